package comms.dashboard;

import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every view as axe-core sees it, with real data, in both themes: nothing to complain about. */
class AccessibilityIT extends DemoYearTest {

  @Autowired private Journal journal;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"DARK, 1440", "LIGHT, 390"})
  void findsNothingOnAnyView(ColorScheme scheme, int width) {
    AnEvent.send(journal, anEvent(EventName.CONTRACT_STARTED).of(Property.CONTRACT_ID, "recent"));
    try (Visitor visitor = new Visitor(port, "en", scheme, width)) {
      visitor.open("");
      visitor.page().locator("input[name=password]").waitFor();
      assertAccessible(visitor, "login");
      visitor.login("admin", WithStore.ADMIN_PASSWORD);
      for (Map.Entry<String, Integer> view :
          List.of(
              Map.entry("", 10),
              Map.entry("product", 6),
              Map.entry("delivery", 6),
              Map.entry("disputes", 6))) {
        visitor.open(view.getKey()).settle(view.getValue());
        assertAccessible(visitor, view.getKey().isEmpty() ? "overview" : view.getKey());
      }
      lookAtATable(visitor);
      lookAtRecordsAndATimeline(visitor);
      visitor.open("pipeline");
      visitor.page().locator(".quarantine").waitFor();
      assertAccessible(visitor, "pipeline");
      visitor.open("explore");
      visitor.page().locator(".recent li").first().waitFor();
      assertAccessible(visitor, "explore");
      visitor.open("catalog");
      visitor.page().locator("#contact-share p").last().waitFor();
      assertAccessible(visitor, "catalog");
      visitor.open("settings");
      visitor.page().locator(".settings-card tbody tr").first().waitFor();
      assertAccessible(visitor, "settings");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  private static void lookAtATable(Visitor visitor) {
    visitor.open("product").settle(6);
    visitor.page().keyboard().press("t");
    visitor.card("dispute-rate").locator("tbody tr").first().waitFor();
    assertAccessible(visitor, "tables");
    visitor.page().keyboard().press("?");
    visitor.page().locator(".shortcuts").waitFor();
    assertAccessible(visitor, "shortcuts");
  }

  private static void lookAtRecordsAndATimeline(Visitor visitor) {
    visitor.open("product").settle(6);
    visitor.page().keyboard().press("t");
    visitor.card("dispute-outcomes").locator("tbody a").first().click();
    visitor.page().locator(".records a[href^='disputes']").first().waitFor();
    assertAccessible(visitor, "records");
    visitor.page().locator(".records a[href^='disputes']").first().click();
    visitor.page().locator(".timeline li").first().waitFor();
    assertAccessible(visitor, "timeline");
  }

  /** Finds nothing on the page that is shown; the name is for what it says. */
  static void assertAccessible(Visitor visitor, String view) {
    visitor.page().waitForFunction("() => document.getAnimations().length === 0");
    List<Rule> violations =
        new AxeBuilder(visitor.page())
            // No view has frames, for which it would work in a page of its own.
            .setLegacyMode(true)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(violations.stream().map(AccessibilityIT::words)).as("on " + view).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .limit(3)
            .map(node -> "\n  " + node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
