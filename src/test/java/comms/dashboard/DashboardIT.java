package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import comms.demo.DemoData;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person in a real browser: logs in, looks at the three dashboards, changes what they show. */
@SpringBootTest(
    classes = DashboardApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // There is no store behind these dashboards whose health could be asked.
    properties = "management.endpoint.health.validate-group-membership=false")
class DashboardIT {

  @LocalServerPort private int port;
  @Autowired private DemoData demoData;

  @BeforeEach
  void startWithDemoData() {
    demoData.load();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "en, LIGHT, 1440",
    "en, DARK, 1440",
    "ru, LIGHT, 1440",
    "ru, LIGHT, 390",
    "en, DARK, 390"
  })
  void showsThreeFilledDashboards(String language, ColorScheme scheme, int width) {
    try (Visitor visitor = new Visitor(port, language, scheme, width).open("")) {
      Page page = visitor.page();
      page.waitForURL("**/login");
      page.locator("input[name=password]").waitFor();
      visitor.screenshot("login-" + width);
      visitor.login("admin", "admin");
      for (String view : List.of("overview", "product", "delivery")) {
        if (view.equals("overview")) {
          settle(visitor, 10);
        } else {
          settle(visitor.open(view), 6);
        }
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(scrollsSideways(page)).as(view + " is wider than " + width).isFalse();
        visitor.screenshot(String.join("-", view, language, scheme.name(), "" + width));
      }
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void keepsTheFilterInTheUrlAndGoesBack() {
    try (Visitor visitor = visitor("product?period=7d&interval=day&compare=none")) {
      Page page = settle(visitor, 6);
      page.locator("vaadin-select").nth(0).click();
      page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("90 days")).click();
      page.waitForURL(Pattern.compile("(?=.*period=90d)(?=.*interval=day)(?=.*compare=none).*"));
      settle(visitor, 6);
      page.goBack();
      page.waitForURL(Pattern.compile(".*period=7d.*"));
      settle(visitor, 6);
      assertThat(page.locator("vaadin-select").nth(0)).containsText("7 days");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void showsTheFiguresBehindAChartAsATable() {
    try (Visitor visitor = visitor("product")) {
      settle(visitor, 6);
      Locator card = visitor.card("dispute-rate");
      visitor.choose("dispute-rate", "Show as a table");
      assertThat(card.locator("tbody tr")).hasCount(28);
      assertThat(card.locator("comms-chart")).isHidden();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void walksOverThePointsWithTheKeyboard() {
    try (Visitor visitor = visitor("product")) {
      Page page = settle(visitor, 6);
      Locator chart = visitor.card("dispute-rate").locator("comms-chart");
      chart.focus();
      page.keyboard().press("ArrowRight");
      assertThat(chart.locator(".announcement")).containsText("%");
      assertThat(chart).hasAttribute("role", "img");
      assertThat(chart)
          .hasAttribute("aria-label", Pattern.compile("Dispute rate: .*target ≤ 7%.*"));
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void saysWhereAReaderMayGoInstead() {
    try (Visitor visitor = new Visitor(port, "ru", ColorScheme.LIGHT, 1440)) {
      visitor.open("delivery").login("product", "product");
      Page page = visitor.page();
      assertThat(page.locator("h1")).hasText("Для вашей роли это закрыто");
      assertThat(page.locator("vaadin-side-nav-item")).hasCount(5);
      page.getByText("К обзору").click();
      settle(visitor, 10);
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void removesTheDemoData() {
    try (Visitor visitor = visitor("")) {
      Locator banner = settle(visitor, 10).locator(".demo-banner");
      banner.locator("vaadin-button").click();
      assertThat(banner).isHidden();
    }
  }

  /** An admin who looks at that dashboard. */
  private Visitor visitor(String path) {
    return new Visitor(port).open(path).login("admin", "admin");
  }

  /** The page when every card has its answer, a figure among them and no problem. */
  private static Page settle(Visitor visitor, int cards) {
    Page page = visitor.settle(cards).page();
    assertThat(page.locator(".card .headline-value")).not().hasCount(0);
    assertThat(page.locator(".card-problem")).hasCount(0);
    return page;
  }

  private static boolean scrollsSideways(Page page) {
    return (Boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }
}
