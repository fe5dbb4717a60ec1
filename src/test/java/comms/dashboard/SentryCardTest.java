package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import comms.sentry.SentryState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = OverviewView.class)
class SentryCardTest extends BrowserlessTest {

  private static final Instant SEEN = Instant.parse("2026-01-05T10:00:00Z");
  private static final String ADDRESS = "https://acme.sentry.io";

  @Test
  void tellsWhenSentryAnsweredHowOldThatIsAndWhatWentWrong() {
    String text =
        text(
            Locale.ENGLISH,
            Optional.of(
                new SentryState(
                    ADDRESS,
                    Optional.of(SEEN),
                    Optional.of(Duration.ofSeconds(150)),
                    1234,
                    true,
                    Optional.of(new SentryState.Failure(SEEN, "Sentry answers 503")))));
    assertThat(text)
        .contains(ADDRESS, "Failing", "Jan 5, 2026", "2 min", "1,234", "Sentry answers 503, ");
  }

  @Test
  void tellsThatSentryAnswersOrHasNotBeenAskedYet() {
    assertThat(text(Locale.ENGLISH, Optional.of(state(Optional.of(SEEN))))).contains("Answering");
    assertThat(text(Locale.ENGLISH, Optional.of(state(Optional.empty()))))
        .contains("Not asked yet", "never");
  }

  @Test
  void saysInOneLineThatNoneIsConfigured() {
    assertThat(text(Locale.ENGLISH, Optional.empty()))
        .contains("No Sentry is configured.")
        .doesNotContain("Last success");
    assertThat(text(Locale.forLanguageTag("ru"), Optional.empty())).contains("Sentry не настроен.");
  }

  private static SentryState state(Optional<Instant> lastSuccess) {
    return new SentryState(
        ADDRESS, lastSuccess, lastSuccess.map(_ -> Duration.ZERO), 0, false, Optional.empty());
  }

  private static String text(Locale locale, Optional<SentryState> state) {
    UI.getCurrent().setLocale(locale);
    SentryCard card =
        new SentryCard(
            () -> state, new DashboardTime(Clock.fixed(SEEN, ZoneOffset.UTC), ZoneOffset.UTC));
    UI.getCurrent().add(card);
    return card.getElement().getTextRecursively();
  }
}
