package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader chose for this browser, kept in cookies: the language and light or dark. */
final class Preferences {

  private static final String LANGUAGE = "comms-language";
  private static final String SCHEME = "comms-scheme";

  private Preferences() {}

  /** The chosen language, else the first of the browser's that there is, else English. */
  static Locale language(VaadinRequest request) {
    return language(request.getCookies(), request.getLocales());
  }

  /** The same for a page that is none of Vaadin's. */
  static Locale language(HttpServletRequest request) {
    return language(request.getCookies(), request.getLocales());
  }

  private static Locale language(Cookie @Nullable [] cookies, Enumeration<Locale> browsers) {
    return cookie(cookies, LANGUAGE)
        .flatMap(Preferences::supported)
        .or(
            () ->
                Collections.list(browsers).stream()
                    .flatMap(locale -> supported(locale.getLanguage()).stream())
                    .findFirst())
        .orElse(Locale.ENGLISH);
  }

  private static Optional<Locale> supported(String language) {
    return Translations.LANGUAGES.stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst();
  }

  /** Light or dark where chosen, else what the system says. */
  static ColorScheme.Value scheme(VaadinRequest request) {
    return scheme(request.getCookies());
  }

  /** The same for a page that is none of Vaadin's. */
  static ColorScheme.Value scheme(HttpServletRequest request) {
    return scheme(request.getCookies());
  }

  private static ColorScheme.Value scheme(Cookie @Nullable [] cookies) {
    return cookie(cookies, SCHEME)
        .map(ColorScheme.Value::fromString)
        .filter(Arrays.asList(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK)::contains)
        .orElse(ColorScheme.Value.LIGHT_DARK);
  }

  private static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  /** Keeps the language and shows the page anew in it. */
  static void chooseLanguage(UI ui, Locale language) {
    keep(ui, LANGUAGE, language.getLanguage());
    ui.getPage().executeJs("window.location.reload()");
  }

  static void chooseScheme(UI ui, ColorScheme.Value scheme) {
    keep(ui, SCHEME, scheme.getValue());
    ui.getPage().setColorScheme(scheme);
  }

  /** Sets the cookie in the browser, since a push connection has no response to set it on. */
  private static void keep(UI ui, String name, String value) {
    ui.getPage()
        .executeJs(
            "document.cookie = $0 + '=' + encodeURIComponent($1)"
                + " + ';path=/;max-age=31536000;samesite=lax'",
            name,
            value);
  }
}
