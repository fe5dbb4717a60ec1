package comms.dashboard;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a card: its table, its figures as files, its image, its address. */
class CardMenu extends Div {

  private static final long serialVersionUID = 1L;

  /** Answers with the address where the browser does not let a page copy. */
  private static final String COPY =
      """
      const url = new URL(location.href);
      url.searchParams.set('card', $0);
      try {
        await navigator.clipboard.writeText(url.href);
        return '';
      } catch {
        return url.href;
      }
      """;

  private final MetricCard card;
  private final MenuItem table;
  private final MenuItem image;
  private final transient Questions questions;

  CardMenu(MetricCard card, Questions questions) {
    this.card = card;
    this.questions = questions;
    addClassName("card-menu");
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
    MenuItem root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    String name = getTranslation("metric." + card.metric().id());
    root.setAriaLabel(getTranslation("menu.of", name));
    SubMenu menu = root.getSubMenu();
    table = menu.addItem(getTranslation("card.as-table"), _ -> card.showTable(!card.asTable()));
    Anchor csv = file(SheetLink.Format.CSV);
    Anchor xlsx = file(SheetLink.Format.XLSX);
    menu.addItem(getTranslation("menu.csv"), _ -> follow(csv));
    menu.addItem(getTranslation("menu.xlsx"), _ -> follow(xlsx));
    image = menu.addItem(getTranslation("menu.png"), _ -> saveImage());
    menu.addItem(getTranslation("menu.link"), _ -> copyLink());
    menu.addItem(
        getTranslation("menu.full-screen"),
        _ -> card.getElement().executeJs("this.requestFullscreen?.()"));
    add(bar, csv, xlsx);
  }

  /** Names the table or the chart, whichever is not shown; an image is made of charts. */
  void named(boolean asTable) {
    table.setText(getTranslation(asTable ? "card.as-chart" : "card.as-table"));
    image.setEnabled(!asTable);
  }

  /** A link that nobody sees; the menu's item follows it, by mouse or by keyboard. */
  private Anchor file(SheetLink.Format format) {
    SheetLink link = new SheetLink("", format, this::content);
    link.getElement().setAttribute("hidden", true);
    return link;
  }

  private Optional<SheetLink.Content> content() throws Exception {
    @Nullable CardExport export = card.export();
    if (export == null) {
      return Optional.empty();
    }
    var results = questions.results(export.questions());
    return Optional.of(
        new SheetLink.Content(
            export.fileName(),
            export.formats().texts().text("metric." + export.metric().id()),
            sheet -> export.writeTo(sheet, results, questions.now())));
  }

  private static void follow(Anchor link) {
    link.getElement().executeJs("this.click()");
  }

  private void saveImage() {
    CardExport export = card.export();
    if (export != null) {
      String title = getTranslation("metric." + card.metric().id());
      String filter = new FilterWords(export.window(), export.formats()).line();
      card.getElement()
          .executeJs(
              "customElements.get('comms-chart').save(this, $0, $1, $2)",
              title,
              filter,
              export.fileName() + ".png");
    }
  }

  private void copyLink() {
    card.getElement()
        .executeJs(COPY, card.metric().id())
        .then(
            String.class,
            address ->
                Notification.show(
                    address.isEmpty()
                        ? getTranslation("menu.link.copied")
                        : getTranslation("menu.link.this", address)));
  }
}
