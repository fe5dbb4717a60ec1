package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives the page its language and its colours before anything is drawn. */
@Component
class FirstPage implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(FirstPage::prepare);
    VaadinService service = event.getSource();
    service.addUIInitListener(init -> prepare(init.getUI()));
    service.setSystemMessagesProvider(
        info -> SystemWords.of(service.getInstantiator().getI18NProvider(), language(info)));
  }

  private static Locale language(SystemMessagesInfo info) {
    VaadinRequest request = info.getRequest();
    return request == null ? info.getLocale() : Preferences.language(request);
  }

  private static void prepare(IndexHtmlResponse response) {
    VaadinRequest request = response.getVaadinRequest();
    Element html = response.getDocument().getElementsByTag("html").first();
    if (html == null) {
      throw new IllegalStateException("the page has no html element");
    }
    html.attr("lang", Preferences.language(request).getLanguage());
    ColorScheme.Value scheme = Preferences.scheme(request);
    html.attr("style", "color-scheme: " + scheme.getValue());
    if (scheme == ColorScheme.Value.DARK) {
      html.attr("theme", "dark");
    }
  }

  private static void prepare(UI ui) {
    VaadinRequest request = VaadinRequest.getCurrent();
    if (request != null) {
      ui.setLocale(Preferences.language(request));
      SystemWords.name(
          ui.getReconnectDialogConfiguration(),
          request.getService().getInstantiator().getI18NProvider(),
          ui.getLocale());
    }
  }
}
