package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a figure to its records, from a record to its story, in a real browser on a real store. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
class DrillDownIT {

  /** A week of its own, so that other tests' events count nowhere here. */
  private static final String WEEK =
      "product?period=custom&from=2013-03-04&to=2013-03-10&interval=day&compare=none";

  @LocalServerPort private int port;
  @Autowired private Journal journal;

  private final String key = UUID.randomUUID().toString();

  @Test
  void goesFromABarToItsRecordsToATimelineAndBack() {
    for (int i = 0; i < 3; i++) {
      send(opened("d" + i), resolved("d" + i, i < 2 ? "split" : "cancelled"));
    }
    try (Visitor visitor = new Visitor(port).enter(WEEK)) {
      Page page = visitor.page();
      Locator card = page.locator("#dispute-outcomes");
      card.getByText("Over time").click();
      Locator bars = card.locator("comms-chart").nth(1);
      bars.scrollIntoViewIfNeeded();
      clickBar(bars, page);

      page.waitForURL("**/records?*");
      assertThat(page.locator("h1")).hasText("Disputes resolved, Mar 6, 2013, Resolution Split: 2");
      Locator grid = page.locator("vaadin-grid");
      assertThat(grid.locator("a[href^='disputes/']:visible")).hasCount(2);
      assertThat(grid).hasJSProperty("size", 2);

      grid.locator("a[href^='disputes/']").first().click();
      page.waitForURL("**/disputes/*");
      assertThat(page.locator("h1")).containsText("Dispute d");
      assertThat(page.locator(".timeline li")).hasCount(2);
      assertThat(page.locator(".event-wait")).hasText("after 1 d");

      page.locator(".neighbours a").first().click();
      page.waitForURL("**/contracts/*");
      page.goBack();
      page.waitForURL("**/disputes/*");
      page.goBack();
      page.waitForURL("**/records?*");
      page.locator(".back").click();
      page.waitForURL(Pattern.compile(".*/product\\?.*from=2013-03-04.*"));
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void opensAPointWithTheKeyboardAndChoosesWhatItMissed() {
    send(
        anEvent(CONTRACT_STARTED)
            .of(Property.CONTRACT_ID, "silent-" + key)
            .at("2013-03-04T10:00:00Z"));
    try (Visitor visitor = new Visitor(port).enter(WEEK)) {
      Page page = visitor.page();
      Locator chart = page.locator("#contact-share comms-chart");
      chart.focus();
      page.keyboard().press("Home");
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/records\\?.*metric=contact-share.*"));
      assertThat(page.locator("h1")).containsText("Active contracts");
      page.getByText("Active contracts without a message").click();
      page.waitForURL(Pattern.compile(".*part=missed.*"));
      assertThat(page.getByText("silent-" + key)).isVisible();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void findsAnIdAndShowsWhatArrives() {
    try (Visitor visitor = new Visitor(port).enter("explore")) {
      Page page = visitor.page();
      page.locator("vaadin-text-field input").waitFor();
      String contract = "find/" + key;
      send(anEvent(CONTRACT_STARTED).of(Property.CONTRACT_ID, contract).at("2013-05-01T10:00:00Z"));
      assertThat(page.locator(".recent li").first()).containsText(contract);

      page.locator("vaadin-text-field input").fill(contract);
      page.keyboard().press("Enter");
      page.locator(".hits a").click();
      page.waitForURL("**/contracts?id=find%2F*");
      assertThat(page.locator("h1")).hasText("Contract " + contract);
      assertThat(page.locator(".timeline li")).hasCount(1);

      visitor.open("explore?id=nothing-" + key);
      assertThat(page.locator(".found")).containsText("Nothing has the id");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  /** Clicks the middle of the bar of the split disputes of the third day. */
  private static void clickBar(Locator chart, Page page) {
    Object ready =
        chart.evaluate(
            """
            async host => {
              const drawn = () => host.chart?.getDatasetMeta(1)?.data[2];
              while (!drawn()) {
                await new Promise(requestAnimationFrame);
              }
              host.chart.update('none');
              const set = host.chart.data.datasets.findIndex(one => one.label === 'Split');
              const bar = host.chart.getDatasetMeta(set).data[2];
              const box = host.getBoundingClientRect();
              return [box.left + bar.x, box.top + (bar.y + bar.base) / 2];
            }
            """);
    List<?> place = (List<?>) ready;
    page.mouse()
        .click(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
  }

  private AnEvent opened(String dispute) {
    return anEvent(DISPUTE_OPENED)
        .of(Property.DISPUTE_ID, dispute + "-" + key)
        .of(Property.CONTRACT_ID, "c-" + dispute + "-" + key)
        .at("2013-03-05T10:00:00Z");
  }

  private AnEvent resolved(String dispute, String resolution) {
    return anEvent(DISPUTE_RESOLVED)
        .of(Property.DISPUTE_ID, dispute + "-" + key)
        .of(Property.CONTRACT_ID, "c-" + dispute + "-" + key)
        .of(Property.RESOLUTION, resolution)
        .at("2013-03-06T10:00:00Z");
  }

  private void send(AnEvent... events) {
    AnEvent.send(journal, events);
  }
}
