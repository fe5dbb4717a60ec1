package comms.dashboard;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;

/** What the page itself says, beside the views, when it has lost the server or its session. */
final class SystemWords {

  private SystemWords() {}

  /** A session that is over takes the reader to the login without a word; the rest is said. */
  static SystemMessages of(I18NProvider provider, Locale locale) {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setCookiesDisabledCaption(provider.getTranslation("system.cookies", locale));
    messages.setCookiesDisabledMessage(provider.getTranslation("system.cookies.message", locale));
    messages.setInternalErrorCaption(provider.getTranslation("system.error", locale));
    messages.setInternalErrorMessage(provider.getTranslation("system.error.message", locale));
    return messages;
  }

  static void name(ReconnectDialogConfiguration dialog, I18NProvider provider, Locale locale) {
    dialog.setDialogText(provider.getTranslation("system.reconnecting", locale));
    dialog.setDialogTextGaveUp(provider.getTranslation("system.disconnected", locale));
  }
}
