package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who is reading, in which language and colours, and the way out. */
class UserMenu extends MenuBar {

  private static final long serialVersionUID = 1L;

  UserMenu(Desk desk, Shortcuts shortcuts) {
    addClassName("user-menu");
    addThemeVariants(MenuBarVariant.AURA_TERTIARY);
    Icon icon = VaadinIcon.USER.create();
    MenuItem root = addItem(icon);
    Span name = new Span(desk.readerName());
    name.addClassName("user-name");
    root.add(name);
    root.setAriaLabel(getTranslation("user.menu", desk.readerName()));
    SubMenu menu = root.getSubMenu();
    languages(menu.addItem(getTranslation("user.language")).getSubMenu());
    schemes(menu.addItem(getTranslation("user.scheme")).getSubMenu());
    menu.addItem(getTranslation("shortcuts"), _ -> shortcuts.help());
    menu.addItem(getTranslation("wall"), _ -> shortcuts.wall());
    menu.addSeparator();
    menu.addItem(getTranslation("user.logout"), event -> desk.logout());
  }

  private void languages(SubMenu menu) {
    for (Locale language : Translations.LANGUAGES) {
      String name = language.getDisplayLanguage(language);
      String title = name.substring(0, 1).toUpperCase(language) + name.substring(1);
      MenuItem item =
          menu.addItem(title, event -> Preferences.chooseLanguage(UI.getCurrent(), language));
      item.setCheckable(true);
      item.setChecked(language.getLanguage().equals(getLocale().getLanguage()));
    }
  }

  private void schemes(SubMenu menu) {
    Map<ColorScheme.Value, MenuItem> items = new LinkedHashMap<>();
    VaadinRequest request = VaadinRequest.getCurrent();
    ColorScheme.Value chosen =
        request == null ? ColorScheme.Value.LIGHT_DARK : Preferences.scheme(request);
    scheme(menu, items, "scheme.light", ColorScheme.Value.LIGHT);
    scheme(menu, items, "scheme.dark", ColorScheme.Value.DARK);
    scheme(menu, items, "scheme.system", ColorScheme.Value.LIGHT_DARK);
    check(items, chosen);
  }

  private void scheme(
      SubMenu menu, Map<ColorScheme.Value, MenuItem> items, String key, ColorScheme.Value scheme) {
    MenuItem item =
        menu.addItem(
            getTranslation(key),
            event -> {
              Preferences.chooseScheme(UI.getCurrent(), scheme);
              check(items, scheme);
            });
    item.setCheckable(true);
    items.put(scheme, item);
  }

  private static void check(Map<ColorScheme.Value, MenuItem> items, ColorScheme.Value chosen) {
    items.forEach((scheme, item) -> item.setChecked(scheme == chosen));
  }
}
