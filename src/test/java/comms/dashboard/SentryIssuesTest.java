package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinSession;
import comms.catalog.Dimension;
import comms.sentry.Issue;
import comms.sentry.OpenIssues;
import comms.sentry.SentrySilent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = OverviewView.class)
class SentryIssuesTest extends BrowserlessTest {

  private static final Instant SEEN = Instant.parse("2026-01-05T10:00:00Z");

  private final CardTasks tasks = new CardTasks();
  private final AtomicBoolean silent = new AtomicBoolean();

  /** One issue, named after the channels that were asked for. */
  private final OpenIssues sentry =
      new OpenIssues() {
        @Override
        public boolean configured() {
          return true;
        }

        @Override
        public List<Issue> tagged(Collection<String> channels) {
          if (silent.get()) {
            throw new SentrySilent("Sentry answers 503");
          }
          return List.of(
              new Issue("About " + channels, SEEN, SEEN, 1234, "https://acme.sentry.io/1/"),
              new Issue("No page", SEEN, SEEN, 1, "javascript:alert(1)"));
        }
      };

  @BeforeEach
  void readEnglish() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void stopTasks() {
    tasks.stop();
  }

  @Test
  void listsTheIssuesOfTheChannelsThatAreLookedAt() {
    SentryIssues card = card(sentry);
    card.show(Filter.DEFAULT.withValues(Dimension.CHANNEL, Set.of("email")));
    awaitText(card, "About [email]");
    assertThat(text(card)).contains("1,234");
    assertThat(find(Anchor.class, card).all())
        .singleElement()
        .extracting(Anchor::getHref)
        .isEqualTo("https://acme.sentry.io/1/");
  }

  @Test
  void saysThatSentryDoesNotAnswerAndAsksAgain() {
    silent.set(true);
    SentryIssues card = card(sentry);
    card.show(Filter.DEFAULT);
    awaitText(card, "Sentry does not answer.");
    silent.set(false);
    test(find(Button.class, card).single()).click();
    awaitText(card, "About []");
  }

  @Test
  void isNotThereWithoutASentry() {
    SentryIssues card = card(new NoSentry());
    card.show(Filter.DEFAULT);
    assertThat(card.isVisible()).isFalse();
  }

  private SentryIssues card(OpenIssues issues) {
    DashboardTime time = new DashboardTime(Clock.fixed(SEEN, ZoneOffset.UTC), ZoneOffset.UTC);
    SentryIssues card = new SentryIssues(issues, tasks, time);
    UI.getCurrent().add(card);
    return card;
  }

  private static String text(SentryIssues card) {
    return card.getElement().getTextRecursively();
  }

  private static void awaitText(SentryIssues card, String text) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              VaadinSession session = UI.getCurrent().getSession();
              session.getService().runPendingAccessTasks(session);
              return text(card).contains(text);
            });
  }
}
