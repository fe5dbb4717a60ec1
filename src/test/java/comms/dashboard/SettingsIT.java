package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An admin sets a target and notes what happened, and everybody's charts say so. */
class SettingsIT extends DemoYearTest {

  @Test
  void whatAnAdminSetsShowsInTheCharts() {
    try (Visitor admin = new Visitor(port)) {
      admin.enter("settings");
      setATarget(admin);
      annotate(admin);
      admin.screenshot("settings");

      admin.open("product?period=28d").settle(6);
      assertThat(admin.card("dispute-rate").locator(".figures")).containsText("3.5%");
      assertThat(admin.card("dispute-rate").locator(".chart-notes"))
          .containsText("Release of the new dispute form");
      assertThat(admin.card("contact-share").locator(".chart-notes")).hasCount(0);
      admin.screenshot("annotated");

      admin.open("catalog#dispute-rate");
      assertThat(admin.card("dispute-rate").locator(".target-changes"))
          .containsText("≤ 7% → ≤ 3.5%");
      admin.screenshot("catalog");

      remove(admin);
      assertThat(admin.problems()).isEmpty();
    }
  }

  private static void setATarget(Visitor admin) {
    Page page = admin.page();
    button(page, "Change the target of Dispute rate").click();
    Locator dialog = page.locator("vaadin-dialog[opened]");
    dialog.locator("vaadin-number-field input").fill("150");
    button(dialog, "Save").click();
    assertThat(dialog).containsText("No such target is possible");
    dialog.locator("vaadin-number-field input").fill("3.5");
    button(dialog, "Save").click();
    assertThat(page.locator(".target-changes")).containsText("≤ 7% → ≤ 3.5%");
    assertThat(page.locator(".target-changes")).containsText("admin");
  }

  private static void annotate(Visitor admin) {
    Page page = admin.page();
    button(page, "Add an annotation").click();
    Locator dialog = page.locator("vaadin-dialog[opened]");
    dialog.getByLabel("What happened").fill("Release of the new dispute form");
    dialog.locator("vaadin-select").click();
    page.locator("vaadin-select-item")
        .filter(new Locator.FilterOptions().setHasText("Dispute rate"))
        .click();
    button(dialog, "Save").click();
    assertThat(page.locator(".settings")).containsText("Release of the new dispute form");
  }

  private static void remove(Visitor admin) {
    admin.open("settings");
    button(admin.page(), "Remove: Release of the new dispute form").click();
    assertThat(admin.page().getByText("Release of the new dispute form")).hasCount(0);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Locator place, String name) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
