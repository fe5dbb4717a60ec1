package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A product manager finds why conversion fell in a week, and sends the link. */
class ProductManagerIT extends DemoYearTest {

  private static final Pattern PERCENT = Pattern.compile("([\\d.]+)%");

  @Test
  void findsWhyConversionFellAndSendsTheLink() {
    try (Visitor manager = new Visitor(port);
        Visitor colleague = new Visitor(port)) {
      manager.enter("?period=90d&interval=week").settle(10);
      manager.card("chat-to-contract").locator("h3 a").click();
      manager.settle(6);
      assertThat(card(manager).locator(".chart-notes"))
          .containsText("New form for freelancers' offers");

      ofFreelancers(manager);
      manager.choose("chat-to-contract", "Show as a table");
      Locator cells = card(manager).locator("tbody tr td:nth-child(2) a");
      cells.first().waitFor();
      List<Locator> weeks = cells.all();
      Locator worst =
          weeks.stream().min(Comparator.comparing(ProductManagerIT::percent)).orElseThrow();
      List<Double> shares = weeks.stream().map(ProductManagerIT::percent).sorted().toList();
      assertThat(percent(worst)).isLessThan(shares.get(shares.size() / 2) / 2);

      String link = manager.page().url();
      worst.click();
      manager.page().locator(".records a[href^='threads']").first().waitFor();
      manager.page().locator(".records a[href^='threads']").first().click();
      manager.page().locator(".timeline li").first().waitFor();

      colleague.enter(link.substring(link.indexOf("product"))).settle(6);
      assertThat(card(colleague).locator(".headline-value").first())
          .hasText(headline(manager, link));
      assertThat(manager.problems()).isEmpty();
      assertThat(colleague.problems()).isEmpty();
    }
  }

  private static void ofFreelancers(Visitor manager) {
    Page page = manager.page();
    page.getByLabel("Initiator").first().click();
    page.locator("vaadin-multi-select-combo-box-item")
        .filter(new Locator.FilterOptions().setHasText("Freelancer"))
        .click();
    page.waitForURL(Pattern.compile(".*filter\\.initiator_role=freelancer.*"));
    page.keyboard().press("Escape");
    manager.settle(6);
  }

  private static String headline(Visitor manager, String link) {
    manager.open(link.substring(link.indexOf("product"))).settle(6);
    return card(manager).locator(".headline-value").first().innerText();
  }

  private static Locator card(Visitor visitor) {
    return visitor.card("chat-to-contract");
  }

  private static double percent(Locator cell) {
    Matcher matcher = PERCENT.matcher(cell.innerText());
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.MAX_VALUE;
  }
}
