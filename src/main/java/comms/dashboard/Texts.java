package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import comms.metrics.Others;
import java.util.Locale;

/** The words of one language; usable off the UI thread, where cards put their answers together. */
record Texts(I18NProvider provider, Locale locale) {

  /** The words of the reader's language. */
  static Texts current() {
    UI ui = UI.getCurrent();
    return new Texts(
        ui.getSession().getService().getInstantiator().getI18NProvider(), ui.getLocale());
  }

  /** The text of that key, with the parameters in their places. */
  String text(String key, Object... parameters) {
    return provider.getTranslation(key, locale, parameters);
  }

  /** The text of a value that senders made up, which may have no translation. */
  String value(String dimension, String value) {
    if (value.isEmpty()) {
      return text("value.not-given");
    }
    if (Others.is(value)) {
      return text("value.all-others");
    }
    String key = "value." + dimension + "." + value;
    return provider.getAllTranslations(locale).containsKey(key) ? text(key) : value;
  }
}
