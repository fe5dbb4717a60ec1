package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import comms.clickhouse.WithStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person in a browser of their own, who notes what the console complains about. */
final class Visitor implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MILLIS = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final List<String> problems = new ArrayList<>();

  /** Somebody at a desk who reads English. */
  Visitor(int port) {
    this(port, "en", ColorScheme.LIGHT, 1440);
  }

  Visitor(int port, String language, ColorScheme scheme, int width) {
    address = "http://localhost:" + port + "/";
    context =
        Chromium.shared()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setColorScheme(scheme)
                    // Without a graphics card, what moves is most of the browser's work.
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setAcceptDownloads(true)
                    .setPermissions(List.of("clipboard-read", "clipboard-write"))
                    .setViewportSize(width, 900));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(this::note);
    page.onPageError(problems::add);
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      problems.add(message.text() + " " + message.location());
    }
  }

  Page page() {
    return page;
  }

  List<String> problems() {
    return problems;
  }

  Visitor open(String path) {
    page.navigate(address + path);
    return this;
  }

  /** Comes to that page, where the admin of an application {@link WithStore} has to log in. */
  Visitor enter(String path) {
    return open(path).login("admin", WithStore.ADMIN_PASSWORD);
  }

  /** Fills in the login that is shown. */
  Visitor login(String user, String password) {
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill(password);
    page.locator("vaadin-button[theme~=submit]").click();
    page.locator("vaadin-app-layout").waitFor();
    return this;
  }

  /** Waits until so many cards have their answers and every chart has been drawn. */
  Visitor settle(int cards) {
    assertThat(page.locator(".card")).hasCount(cards);
    assertThat(page.locator(".card[aria-busy]")).hasCount(0);
    assertThat(page.locator(".skeleton")).hasCount(0);
    page.waitForFunction("() => document.getAnimations().length === 0");
    return this;
  }

  Locator card(String metric) {
    return page.locator("#" + metric);
  }

  /** Chooses an item of a card's menu. */
  void choose(String metric, String item) {
    card(metric).locator("vaadin-menu-bar-button").first().click();
    page.locator("vaadin-menu-bar-item:visible")
        .filter(new Locator.FilterOptions().setHasText(item))
        .click();
  }

  /** Downloads the figures of a card. */
  String csv(String card) throws IOException {
    Download csv = page.waitForDownload(() -> choose(card, "CSV"));
    assertThat(csv.suggestedFilename()).startsWith(card + "-").endsWith(".csv");
    return Files.readString(csv.path());
  }

  /** Saves the whole view; the shell scrolls inside itself, so the window is made as tall as it. */
  void screenshot(String name) {
    ViewportSize window = page.viewportSize();
    Object height =
        page.evaluate(
            """
            () => {
              const view = document.querySelector('.dashboard');
              return Math.max(innerHeight, (view?.scrollHeight ?? 0) + 80);
            }
            """);
    page.setViewportSize(window.width, ((Number) height).intValue());
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
    page.setViewportSize(window.width, window.height);
  }

  @Override
  public void close() {
    context.close();
  }
}
