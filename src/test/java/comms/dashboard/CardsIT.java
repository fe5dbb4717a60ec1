package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do with cards in a real browser: filter, zoom, take along, hang on a wall. */
@SpringBootTest(
    classes = DashboardApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    // There is no store behind these dashboards whose health could be asked.
    properties = "management.endpoint.health.validate-group-membership=false")
class CardsIT {

  private static final String MARCH =
      "product?period=custom&from=2026-03-01&to=2026-03-28&interval=day&compare=previous";

  @LocalServerPort private int port;

  @Test
  void aDragZoomsAndTheBackButtonLeavesTheZoom() {
    try (Visitor visitor = visitor(MARCH).settle(6)) {
      Page page = visitor.page();
      Locator chart = visitor.card("dispute-rate").locator("comms-chart");
      chart.scrollIntoViewIfNeeded();
      BoundingBox box = chart.boundingBox();
      double middle = box.y + box.height / 2;
      page.mouse().move(box.x + box.width * 0.4, middle);
      page.mouse().down();
      page.mouse().move(box.x + box.width * 0.5, middle);
      page.mouse().move(box.x + box.width * 0.6, middle);
      page.mouse().up();
      page.waitForURL(Pattern.compile("(?=.*from=2026-03-1\\d)(?=.*to=2026-03-1\\d).*"));
      visitor.settle(6);
      page.goBack();
      page.waitForURL(Pattern.compile("(?=.*from=2026-03-01)(?=.*to=2026-03-28).*"));
      visitor.settle(6);
      page.goForward();
      page.waitForURL(Pattern.compile(".*from=2026-03-1.*"));
      visitor.settle(6);
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void aLinkWithFiltersOpensTheSamePictureForSomebodyElse() {
    try (Visitor one = visitor(MARCH).settle(6);
        Visitor other = new Visitor(port)) {
      Page page = one.page();
      page.getByLabel("Resolution").click();
      page.locator("vaadin-multi-select-combo-box-item")
          .filter(new Locator.FilterOptions().setHasText("Split"))
          .click();
      page.waitForURL(Pattern.compile(".*filter\\.resolution=split.*"));
      page.keyboard().press("Escape");
      page.getByLabel("Full periods only").click();
      page.waitForURL(Pattern.compile(".*full=true.*"));
      one.settle(6);
      String link = page.url();
      other.open(link.substring(link.indexOf("product"))).login("product", "product").settle(6);
      other.page().waitForURL(Pattern.compile("(?=.*filter\\.resolution=split)(?=.*full=true).*"));
      assertThat(other.page().locator("vaadin-multi-select-combo-box-chip", hasText("Split")))
          .isVisible();
      assertThat(other.card("contact-share")).containsText("Not filtered by: Resolution");
      assertThat(one.problems()).isEmpty();
      assertThat(other.problems()).isEmpty();
    }
  }

  @Test
  void takesTheFiguresAlong() throws IOException {
    try (Visitor visitor = visitor(MARCH + "&filter.resolution=split").settle(6)) {
      Download csv = visitor.page().waitForDownload(() -> choose(visitor, "CSV"));
      assertThat(csv.suggestedFilename()).isEqualTo("dispute-outcomes-2026-03-01-2026-03-28.csv");
      assertThat(Files.readString(csv.path()))
          .startsWith("Dispute outcomes\r\nPeriod,\"Mar 1, 2026 – Mar 28, 2026\"\r\n")
          .contains("\r\nResolution,Split\r\n", "2026-03-28T00:00Z");
      Download xlsx = visitor.page().waitForDownload(() -> choose(visitor, "XLSX"));
      assertThat(Files.readAllBytes(xlsx.path())).startsWith('P', 'K');
      Download png = visitor.page().waitForDownload(() -> choose(visitor, "image"));
      assertThat(png.suggestedFilename()).endsWith(".png");
      assertThat(Files.size(png.path())).isGreaterThan(5_000);
      png.saveAs(java.nio.file.Path.of("target", "screenshots", "card.png"));
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static void choose(Visitor visitor, String item) {
    visitor.choose("dispute-outcomes", item);
  }

  @Test
  void showsATableCopiesTheLinkAndFillsTheScreen() {
    try (Visitor visitor = visitor(MARCH).settle(6)) {
      Page page = visitor.page();
      visitor.choose("dispute-rate", "Show as a table");
      assertThat(visitor.card("dispute-rate").locator("tbody tr")).hasCount(28);
      visitor.choose("dispute-rate", "Show as a chart");
      assertThat(visitor.card("dispute-rate").locator("comms-chart")).isVisible();
      visitor.choose("dispute-rate", "Copy the link");
      assertThat(page.locator("vaadin-notification-card")).hasText("The link is copied.");
      assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
          .contains("from=2026-03-01", "card=dispute-rate");
      visitor.choose("dispute-rate", "Full screen");
      page.waitForFunction("() => document.fullscreenElement?.id === 'dispute-rate'");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void hasShortcutsButNotInFields() {
    try (Visitor visitor = visitor(MARCH).settle(6)) {
      Page page = visitor.page();
      page.keyboard().press("?");
      Locator dialog = page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG);
      assertThat(dialog).containsText("Keyboard shortcuts");
      visitor.screenshot("shortcuts");
      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
      page.keyboard().press("t");
      assertThat(visitor.card("dispute-rate").locator("tbody tr")).hasCount(28);
      page.keyboard().press("t");
      assertThat(visitor.card("dispute-rate").locator("comms-chart")).isVisible();
      page.keyboard().type("gd");
      page.waitForURL(Pattern.compile(".*/delivery\\?.*from=2026-03-01.*"));
      visitor.settle(6);
      page.keyboard().type("go");
      page.waitForURL(Pattern.compile(".*localhost:\\d+/\\?.*from=2026-03-01.*"));
      page.keyboard().press("/");
      page.waitForURL("**/explore");
      Locator box = page.locator("vaadin-text-field input");
      assertThat(box).isFocused();
      box.pressSequentially("gp?t");
      assertThat(box).hasValue("gp?t");
      page.waitForURL("**/explore");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void hangsOnAWall() {
    try (Visitor visitor = visitor("?period=28d&wall").settle(10)) {
      Page page = visitor.page();
      assertThat(page.locator("vaadin-side-nav")).isHidden();
      assertThat(page.locator(".user-menu")).isHidden();
      assertThat(page.locator(".filters")).isHidden();
      visitor.screenshot("wall");
      page.keyboard().press("Escape");
      page.waitForURL(Pattern.compile("^[^?]*\\?(?!.*wall).*$"));
      assertThat(page.locator("vaadin-side-nav")).isVisible();
      assertThat(page.locator(".filters")).isVisible();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private Visitor visitor(String path) {
    return new Visitor(port).open(path).login("admin", "admin");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
