package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The dashboards over a year of demo data, through every layer, in a real browser. */
class FilledDashboardIT extends DemoYearTest {

  @Test
  void everyFigureIsThere() {
    try (Visitor visitor = new Visitor(port).enter("")) {
      Page page = visitor.page();
      assertFilled(visitor, "", 10);
      assertThat(page.locator(".demo-banner")).isVisible();
      assertFilled(visitor, "product", 6);
      assertFilled(visitor, "delivery", 4);
      assertThat(page.locator(".waterfall")).hasCount(3);
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static void assertFilled(Visitor visitor, String view, int cards) {
    Page page = visitor.open(view).page();
    assertThat(page.locator(".card .sample, .card .notes")).hasCount(cards);
    assertThat(page.locator(".skeleton, .card-problem, .card-empty")).hasCount(0);
    for (Locator figure : page.locator(".headline-value").all()) {
      assertThat(figure.innerText()).as("a figure of /" + view).matches(".*\\d.*");
    }
  }
}
