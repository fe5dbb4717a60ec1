package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.catalog.EventName.DISPUTE_STATE_UPDATED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A morning at the dispute desk, in a real browser on a real store. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
class DisputeDeskIT {

  private static final Pattern LEFT = Pattern.compile("\\d+ min \\d+ s left");
  private static final Pattern OVER = Pattern.compile("overdue by 1 d \\d+ h");

  @LocalServerPort private int port;
  @Autowired private Journal journal;

  /** A reason of its own, so that other tests' disputes count nowhere here. */
  private final String key = "reason-" + UUID.randomUUID();

  private final Instant now = Instant.now();

  @Test
  void leadsFromWhatBreachesNextToItsContract() {
    sendAMorning();
    try (Visitor visitor = visitor("en", ColorScheme.LIGHT, 1440)) {
      Page page = visitor.page();
      Locator first = page.locator(".next li").first();
      assertThat(first).containsText("Dispute soon-" + key);
      assertThat(first).containsText("opened by: Freelancer");
      Locator countdown = first.locator("comms-countdown");
      assertThat(countdown).hasText(LEFT);
      assertThat(countdown).not().hasText(countdown.innerText());
      assertThat(page.locator(".next").nth(1).locator("comms-countdown").first()).hasText(OVER);
      assertThat(page.locator("#bucket-day .headline-value")).hasText("1");
      assertThat(page.locator("#bucket-second-day .headline-value")).hasText("1");
      assertThat(page.locator("#bucket-longer .headline-value")).hasText("3");
      visitor.screenshot("disputes-1440");

      page.locator("#bucket-overdue").click();
      page.waitForURL("**bucket=overdue**");
      assertThat(page.locator(".dispute-list h2")).hasText("Open disputes, overdue: 3");
      Locator grid = page.locator("vaadin-grid");
      assertThat(grid.locator("a[href^='disputes/']:visible")).hasCount(3);
      assertThat(grid).hasJSProperty("size", 3);
      grid.locator("a[href^='disputes/']:visible").first().click();
      page.waitForURL("**/disputes/late-*");
      page.locator(".neighbours a").first().click();
      page.waitForURL("**/contracts/*");
      assertThat(page.locator("h1")).containsText("Contract c-late");
      page.goBack();
      page.goBack();
      assertThat(page.locator(".dispute-list h2")).hasText("Open disputes, overdue: 3");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void isReachedByKeyboardAndTellsTheSameOfTheResolved() {
    sendAMorning();
    try (Visitor visitor = visitor("en", ColorScheme.LIGHT, 1440)) {
      Page page = visitor.page();
      page.locator("#bucket-day").focus();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*bucket=%3C24h.*"));
      assertThat(page.locator(".dispute-list h2")).hasText("Open disputes, less than 24 h: 1");

      Locator within = page.locator("#resolution-times .figures a").first();
      assertThat(within).hasText("50%");
      assertThat(page.locator("#resolution-times .notes")).containsText("Sample: 2");
      within.click();
      assertThat(page.locator(".dispute-list h2")).hasText("Resolved disputes, less than 24 h: 1");
      assertThat(page.locator("vaadin-grid a[href^='disputes/quick']")).isVisible();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void pointsOfTheTrendLeadToTheDisputesResolvedThen() {
    sendAMorning();
    try (Visitor visitor = visitor("en", ColorScheme.LIGHT, 1440)) {
      Page page = visitor.page();
      visitor.choose("resolution-times", "Show as a table");
      Locator half = visitor.card("resolution-times").locator("tbody a", hasText("50% (n = 2)"));
      assertThat(half).hasCount(2);
      half.first().click();
      page.waitForURL(Pattern.compile("(?=.*resolved\\.from=)(?=.*bucket=%3C24h).*"));
      assertThat(page.locator(".dispute-list h2")).hasText("Resolved disputes, less than 24 h: 1");
      page.getByText("Show those of the whole period").click();
      page.waitForURL(Pattern.compile("^(?!.*resolved\\.from=).*state=resolved.*"));

      visitor.choose("resolution-times", "Show as a chart");
      page.locator("#resolution-times comms-chart:visible").focus();
      page.keyboard().press("Home");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*resolved\\.from=.*"));
      assertThat(page.locator(".dispute-list h2")).hasText("Resolved disputes, less than 24 h: 0");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void keysComeIntoAChartAtTheEndThatTheyName() {
    sendAMorning();
    try (Visitor visitor = visitor("en", ColorScheme.LIGHT, 1440)) {
      Page page = visitor.page();
      Locator chart = page.locator("#resolution-times comms-chart:visible");
      String titles = "chart => JSON.parse(chart.config).options.plugins.comms.titles";
      List<?> buckets = (List<?>) chart.evaluate(titles);
      String first = buckets.getFirst() + ", ";
      String last = buckets.getLast() + ", ";
      assertThat(first).isNotEqualTo(last);
      for (Map.Entry<String, String> entry :
          Map.of("Home", first, "ArrowRight", first, "End", last, "ArrowLeft", last).entrySet()) {
        chart.evaluate("chart => chart.blur()");
        chart.focus();
        page.keyboard().press(entry.getKey());
        assertThat(chart.locator(".announcement")).containsText(entry.getValue());
      }
      page.keyboard().press("Home");
      assertThat(chart.locator(".announcement")).containsText(first);
      page.keyboard().press("End");
      assertThat(chart.locator(".announcement")).containsText(last);
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void everyCardCanBeTakenAlong() throws IOException {
    sendAMorning();
    try (Visitor visitor = visitor("en", ColorScheme.LIGHT, 1440)) {
      assertThat(visitor.csv("resolution-times"))
          .startsWith("Time to resolution\r\nPeriod,")
          .contains("\r\nReason," + key + "\r\n")
          .contains("From,Resolved,Sample,Within 24 h,Within 48 h,Median,Not over yet")
          .contains("\r\nWhole period,2,2,0.5,0.5,126000,");
      assertThat(visitor.csv("contracts-behind"))
          .contains("Before the dispute,With a dispute,Sample,Without,Sample,Ratio")
          .containsPattern("\r\nWith a failed notification,0,7,");
      assertThat(visitor.csv("nps-adjusted"))
          .contains(
              "Measured,\r\n", "Resolution,Respondent,NPS after a dispute,Sample,Response rate,");
      Download image =
          visitor.page().waitForDownload(() -> visitor.choose("resolution-times", "image"));
      assertThat(image.suggestedFilename()).startsWith("resolution-times-").endsWith(".png");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void fitsAPhoneInRussian() {
    sendAMorning();
    try (Visitor visitor = visitor("ru", ColorScheme.DARK, 390)) {
      Page page = visitor.page();
      assertThat(page.locator(".next li").first()).containsText("осталось");
      assertThat(page.locator(".dispute-row").first()).isVisible();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
      visitor.screenshot("disputes-390");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private Visitor visitor(String language, ColorScheme scheme, int width) {
    Visitor visitor = new Visitor(port, language, scheme, width);
    visitor.enter("disputes?filter.reason_category=" + key);
    visitor.page().locator(".dispute-list vaadin-grid").waitFor();
    return visitor;
  }

  /**
   * One breaches within the hour, one later, three have; two were resolved, one of them quickly.
   */
  private void sendAMorning() {
    send(
        opened("soon", Duration.ofHours(10)),
        remaining("soon", Duration.ofMinutes(40)),
        opened("later", Duration.ofHours(30)),
        remaining("later", Duration.ofHours(18)));
    for (String late : List.of("late-1", "late-2", "late-3")) {
      send(opened(late, Duration.ofHours(80)), remaining(late, Duration.ofHours(-32)));
    }
    send(
        opened("quick", Duration.ofHours(40)),
        resolved("quick", Duration.ofHours(30)),
        opened("slow", Duration.ofHours(90)),
        resolved("slow", Duration.ofHours(30)));
  }

  private AnEvent opened(String dispute, Duration ago) {
    return of(DISPUTE_OPENED, dispute, ago)
        .of(Property.CONTRACT_ID, "c-" + dispute + "-" + key)
        .of(Property.INITIATOR_ROLE, "freelancer")
        .of(Property.REASON_CATEGORY, key);
  }

  private AnEvent remaining(String dispute, Duration left) {
    return of(DISPUTE_STATE_UPDATED, dispute, Duration.ZERO)
        .of(Property.STATE, "under_review")
        .of(Property.SLA_REMAINING_SEC, (double) left.toSeconds());
  }

  private AnEvent resolved(String dispute, Duration ago) {
    return of(DISPUTE_RESOLVED, dispute, ago).of(Property.RESOLUTION, "split");
  }

  private AnEvent of(EventName name, String dispute, Duration ago) {
    return anEvent(name).of(Property.DISPUTE_ID, dispute + "-" + key).at(now.minus(ago).toString());
  }

  private void send(AnEvent... events) {
    AnEvent.send(journal, events);
  }
}
