package comms.dashboard;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every view: push, theme and viewport. The language is {@link FirstPage}'s. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("themes/comms/styles.css")
public class AppShell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addLink("icon", "themes/comms/icon.svg");
    settings.addMetaTag("color-scheme", "light dark");
  }
}
