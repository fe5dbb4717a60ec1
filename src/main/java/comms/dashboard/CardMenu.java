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

  private final LoadingCard<?> card;
  private final transient DashboardTime time;
  private @Nullable MenuItem table;
  private @Nullable MenuItem image;

  CardMenu(LoadingCard<?> card, DashboardTime time) {
    this.card = card;
    this.time = time;
    addClassName("card-menu");
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
    MenuItem root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    root.setAriaLabel(getTranslation("menu.of", card.title()));
    SubMenu menu = root.getSubMenu();
    if (card instanceof Charted charted) {
      table =
          menu.addItem(getTranslation("card.as-table"), _ -> charted.showTable(!charted.asTable()));
    }
    Anchor csv = file(SheetLink.Format.CSV);
    Anchor xlsx = file(SheetLink.Format.XLSX);
    menu.addItem(getTranslation("menu.csv"), _ -> follow(csv));
    menu.addItem(getTranslation("menu.xlsx"), _ -> follow(xlsx));
    if (card instanceof Charted) {
      image = menu.addItem(getTranslation("menu.png"), _ -> saveImage());
    }
    menu.addItem(getTranslation("menu.link"), _ -> copyLink());
    menu.addItem(
        getTranslation("menu.full-screen"),
        _ -> card.getElement().executeJs("this.requestFullscreen?.()"));
    add(bar, csv, xlsx);
  }

  /** Names the table or the chart, whichever is not shown; an image is made of charts. */
  void named(boolean asTable) {
    if (table != null) {
      table.setText(getTranslation(asTable ? "card.as-chart" : "card.as-table"));
    }
    if (image != null) {
      image.setEnabled(!asTable);
    }
  }

  /** A link that nobody sees; the menu's item follows it, by mouse or by keyboard. */
  private Anchor file(SheetLink.Format format) {
    SheetLink link = new SheetLink("", format, this::content);
    link.getElement().setAttribute("hidden", true);
    return link;
  }

  private Optional<SheetLink.Content> content() throws Exception {
    Optional<CardFile> file = card.file();
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().content(time.now()));
  }

  private static void follow(Anchor link) {
    link.getElement().executeJs("this.click()");
  }

  private void saveImage() {
    card.file()
        .ifPresent(
            file ->
                card.getElement()
                    .executeJs(
                        "customElements.get('comms-chart').save(this, $0, $1, $2)",
                        file.title(),
                        file.line(),
                        file.name() + ".png"));
  }

  private void copyLink() {
    card.getElement()
        .executeJs(COPY, card.getId().orElseThrow())
        .then(
            String.class,
            address ->
                Notification.show(
                    address.isEmpty()
                        ? getTranslation("menu.link.copied")
                        : getTranslation("menu.link.this", address)));
  }
}
