package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import comms.demo.DemoData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort private int port;
  @Autowired private DemoData demoData;

  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void startWithDemoData() {
    demoData.load();
  }

  @BeforeAll
  static void openBrowser() {
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.NO_DOWNLOAD));
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
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
    try (BrowserContext context = context(language, scheme, width)) {
      Page page = login(context);
      for (String view : List.of("", "product", "delivery")) {
        page.navigate(address(view));
        settle(page, view.isEmpty() ? 10 : 6);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(scrollsSideways(page)).as(view + " is wider than " + width).isFalse();
        String name = (view.isEmpty() ? "overview" : view) + "-" + language + "-" + scheme;
        // The shell scrolls inside itself, so the window has to be as tall as the view.
        page.setViewportSize(width, width > 1000 ? 2300 : 4700);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + "-" + width + ".png"))
                .setFullPage(true));
      }
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void keepsTheFilterInTheUrlAndGoesBack() {
    try (BrowserContext context = context("en", ColorScheme.LIGHT, 1440)) {
      Page page = login(context);
      page.navigate(address("product?period=7d&interval=day&compare=none"));
      settle(page, 6);
      page.locator("vaadin-select").nth(0).click();
      page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("90 days")).click();
      page.waitForURL(Pattern.compile("(?=.*period=90d)(?=.*interval=day)(?=.*compare=none).*"));
      settle(page, 6);
      page.goBack();
      page.waitForURL(Pattern.compile(".*period=7d.*"));
      settle(page, 6);
      assertThat(page.locator("vaadin-select").nth(0)).containsText("7 days");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void showsTheFiguresBehindAChartAsATable() {
    try (BrowserContext context = context("en", ColorScheme.LIGHT, 1440)) {
      Page page = login(context);
      page.navigate(address("product"));
      settle(page, 6);
      Locator card = page.locator("#dispute-rate");
      card.locator("vaadin-menu-bar-button").first().click();
      page.locator("vaadin-menu-bar-item", hasText("Show as a table")).last().click();
      assertThat(card.locator("tbody tr")).hasCount(28);
      assertThat(card.locator("comms-chart")).isHidden();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void walksOverThePointsWithTheKeyboard() {
    try (BrowserContext context = context("en", ColorScheme.LIGHT, 1440)) {
      Page page = login(context);
      page.navigate(address("product"));
      settle(page, 6);
      Locator chart = page.locator("#dispute-rate comms-chart");
      chart.focus();
      page.keyboard().press("ArrowRight");
      assertThat(chart.locator(".announcement")).containsText("%");
      assertThat(chart).hasAttribute("role", "img");
      assertThat(chart)
          .hasAttribute("aria-label", Pattern.compile("Dispute rate: .*target ≤ 7%.*"));
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void saysWhereAReaderMayGoInstead() {
    try (BrowserContext context = context("ru", ColorScheme.LIGHT, 1440)) {
      Page page = login(context, "product");
      page.navigate(address("delivery"));
      assertThat(page.locator("h1")).hasText("Здесь ничего нет");
      assertThat(page.locator("vaadin-side-nav-item")).hasCount(4);
      page.getByText("К обзору").click();
      settle(page, 10);
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void removesTheDemoData() {
    try (BrowserContext context = context("en", ColorScheme.LIGHT, 1440)) {
      Page page = login(context);
      settle(page, 10);
      Locator banner = page.locator(".demo-banner");
      banner.locator("vaadin-button").click();
      assertThat(banner).isHidden();
    }
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private BrowserContext context(String language, ColorScheme scheme, int width) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setColorScheme(scheme)
            .setViewportSize(width, 900));
  }

  private Page login(BrowserContext context) {
    return login(context, "admin");
  }

  /** Logs in as the user of that name, whose password is the same. */
  private Page login(BrowserContext context, String user) {
    Page page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(this::note);
    page.onPageError(problems::add);
    page.navigate(address(""));
    page.waitForURL("**/login");
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill(user);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve("login-" + page.viewportSize().width + ".png")));
    page.locator("vaadin-button[theme~=submit]").click();
    page.locator(".dashboard").waitFor();
    return page;
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      problems.add(message.text() + " " + message.location());
    }
  }

  /** Waits until every card has its answer and every chart has been drawn. */
  private static void settle(Page page, int cards) {
    assertThat(page.locator(".card")).hasCount(cards, Visitor.patiently());
    assertThat(page.locator(".card .headline-value")).not().hasCount(0);
    assertThat(page.locator(".skeleton")).hasCount(0, Visitor.patiently());
    assertThat(page.locator(".card-problem")).hasCount(0);
    page.waitForFunction("() => document.getAnimations().length === 0");
  }

  private static boolean scrollsSideways(Page page) {
    return (Boolean)
        page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  private String address(String path) {
    return "http://localhost:" + port + "/" + path;
  }
}
