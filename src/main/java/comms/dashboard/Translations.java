package comms.dashboard;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The two languages: English, which is the default, and Russian. */
@Component
class Translations extends DefaultI18NProvider {

  private static final long serialVersionUID = 1L;

  static final Locale RUSSIAN = Locale.of("ru");

  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, RUSSIAN);

  Translations() {
    super(LANGUAGES);
  }
}
