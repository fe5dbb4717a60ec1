package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_FAILED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_SCHEDULED;
import static comms.catalog.EventName.NOTIFICATION_DROPPED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An engineer's morning: from a red tile to the one notification that tells why. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "comms.sentry.url=https://acme.sentry.example")
@WithStore(fresh = true)
class DeliveryIT {

  private static final String WEEK = "?period=custom&from=2014-05-12&to=2014-05-18";

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private Clock clock;

  private final List<AnEvent> events = new ArrayList<>();

  @Test
  void leadsFromARedTileToTheNotificationThatTellsWhy() throws IOException {
    sendTwoWeeks();
    sendToday();
    try (Visitor visitor = new Visitor(port).enter(WEEK)) {
      Page page = visitor.settle(10).page();
      Locator tile = visitor.card("delivery-failures");
      assertThat(tile).containsText("Off target");
      tile.locator("a").click();
      page.waitForURL(Pattern.compile(".*/delivery\\?.*card=delivery-failures.*"));
      visitor.settle(6);

      Locator budget = visitor.card("delivery-budget");
      assertThat(budget.locator(".headline-value").first()).hasText("1");
      assertThat(budget.locator(".budget-list li").first()).containsText("Within the budget");
      assertThat(budget.locator(".budget-list li")).hasCount(4);

      Locator waterfall = visitor.card("delivery-waterfall").locator(".waterfall").first();
      assertThat(waterfall.locator(".waterfall-total")).containsText("40");
      assertThat(waterfall.locator(".waterfall-rest")).containsText("34");
      assertThat(visitor.card("delivery-waterfall").locator(".sentry-link").nth(1))
          .hasAttribute(
              "href",
              "https://acme.sentry.example/issues/?query=channel%3Aemail"
                  + "&start=2014-05-12T00%3A00%3A00&end=2014-05-19T00%3A00%3A00&utc=true");

      assertThat(visitor.csv("delivery-waterfall"))
          .startsWith("What became of the notifications\r\nPeriod,")
          .contains("\r\nAll,Scheduled,,40,1\r\n")
          .contains("\r\nE-mail,Failed attempts,421,8,1\r\n");
      assertThat(visitor.csv("delivery-budget"))
          .contains("\r\nDelivery failures,All,400,1,2,1\r\n");

      Locator failures = visitor.card("delivery-failures");
      assertThat(failures.locator(".reason-grown")).containsText("421 · E-mail");
      assertThat(failures.locator(".reason-grown")).containsText("+7");
      page.setViewportSize(1440, 3400);
      visitor.settle(6).screenshot("delivery-story-en-light-1440");
      failures.locator("summary", hasText("421")).click();
      failures.locator(".reason-templates a", hasText("digest")).click();
      page.waitForURL("**/records?*");
      assertThat(page.locator("h1")).containsText("Failed attempts");
      assertThat(page.locator("h1")).containsText(": 8");
      assertThat(page.locator("vaadin-grid")).hasJSProperty("size", 8);

      page.locator("vaadin-grid a[href^='notifications/']").first().click();
      page.waitForURL("**/notifications/*");
      assertThat(page.locator(".timeline")).containsText("notification_delivery_failed");
      page.goBack();
      page.waitForURL("**/records?*");
      page.locator(".back").click();
      page.waitForURL(Pattern.compile(".*/delivery\\?.*from=2014-05-12.*"));
      visitor.settle(6);
      visitor.card("delivery-waterfall").getByText("Failed, not dropped").first().click();
      page.waitForURL(Pattern.compile(".*part=failed_only.*"));
      assertThat(page.locator("h1")).containsText("Notifications failed, not dropped");
      assertThat(page.locator("vaadin-grid")).hasJSProperty("size", 4);
      assertThat(visitor.problems()).isEmpty();
    }
    try (Visitor visitor = new Visitor(port, "ru", ColorScheme.DARK, 390)) {
      visitor.enter("delivery" + WEEK).settle(6);
      for (Locator summary : visitor.page().locator("summary").all()) {
        summary.click();
      }
      assertThat(visitor.page().locator("#delivery-waterfall h3"))
          .hasText("Что стало с уведомлениями");
      AccessibilityIT.assertAccessible(visitor, "delivery");
      assertThat(visitor.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      visitor.page().setViewportSize(390, 6000);
      visitor.settle(6).screenshot("delivery-story-ru-dark-390");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  /** A week with one failed attempt, and one in which the digest was throttled on email. */
  private void sendTwoWeeks() {
    scheduled("before", "email", "digest", "2014-05-06T10:00:00Z");
    failed("before", "email", 0, "421", "2014-05-06T10:01:00Z");
    for (int i = 0; i < 40; i++) {
      scheduled("n" + i, i % 2 == 0 ? "email" : "web_push", i < 20 ? "digest" : "welcome", day(i));
    }
    for (int i = 0; i < 8; i += 2) {
      failed("n" + i, "email", 0, "421", day(i));
      failed("n" + i, "email", 1, "421", day(i));
    }
    failed("n21", "web_push", 0, "410", day(21));
    dropped("n21", "web_push", "retries_exhausted", day(21));
    dropped("n23", "web_push", "unsubscribed", day(23));
    send();
  }

  /** Four hundred, one of which failed, of the two that may. */
  private void sendToday() {
    String now = clock.instant().minusSeconds(1).toString();
    for (int i = 0; i < 400; i++) {
      scheduled("today" + i, "email", "digest", now);
    }
    failed("today0", "email", 0, "550", now);
    send();
  }

  private static String day(int number) {
    return Instant.parse("2014-05-12T10:00:00Z")
        .plusSeconds(86_400L * (number % 7) + number)
        .toString();
  }

  private void scheduled(String id, String channel, String template, String at) {
    add(NOTIFICATION_DELIVERY_SCHEDULED, id, channel, at).of(Property.TEMPLATE, template);
  }

  private void failed(String id, String channel, long retry, String code, String at) {
    add(NOTIFICATION_DELIVERY_FAILED, id, channel, at)
        .of(Property.RETRY_COUNT, retry)
        .of(Property.ERROR_CODE, code);
  }

  private void dropped(String id, String channel, String reason, String at) {
    add(NOTIFICATION_DROPPED, id, channel, at).of(Property.DROP_REASON, reason);
  }

  private AnEvent add(EventName name, String id, String channel, String at) {
    AnEvent event =
        anEvent(name)
            .of(Property.NOTIFICATION_ID, id)
            .of(Property.CHANNEL, channel)
            .of(Property.CONTRACT_ID, "c1")
            .at(at);
    events.add(event);
    return event;
  }

  private void send() {
    AnEvent.send(journal, events.toArray(AnEvent[]::new));
    events.clear();
  }
}
