package comms.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The door for people: a plain page, since Vaadin would keep a session for whoever looks at it.
 * Spring Security reads what the form posts to {@code /login}. The elements around its parts have
 * the names of Vaadin's own login form, so that scripts which log in find what they look for.
 */
@Controller
class LoginPage {

  private static final String EYE =
      "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
          + "<path d=\"M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z\"/>"
          + "<circle cx=\"12\" cy=\"12\" r=\"3\"/></svg>";

  private final Translations translations;

  LoginPage(Translations translations) {
    this.translations = translations;
  }

  @GetMapping("/login")
  ResponseEntity<String> show(HttpServletRequest request) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page(request));
  }

  private String page(HttpServletRequest request) {
    Locale locale = Preferences.language(request);
    return """
    <!DOCTYPE html>
    <html lang="%s" style="color-scheme: %s">
    <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    %s<title>%s · %s</title>
    <link rel="icon" href="themes/comms/icon.svg">
    <link rel="stylesheet" href="aura/aura.css">
    <link rel="stylesheet" href="themes/comms/styles.css">
    </head>
    <body class="login-body">
    <main class="login">
    <div class="login-box">
    <h1>%s</h1>
    <p>%s</p>
    <vaadin-login-form>
    <form method="post" action="login">
    <h2>%s</h2>
    %s%s
    <label for="username">%s</label>
    <input id="username" name="username" autocomplete="username" autocapitalize="none" \
    spellcheck="false" required autofocus>
    <label for="password">%s</label>
    <span class="login-password">
    <input id="password" name="password" type="password" autocomplete="current-password" required>
    <button type="button" aria-pressed="false" aria-label="%s" onclick="\
    const shown = password.type === 'password'; \
    password.type = shown ? 'text' : 'password'; \
    this.setAttribute('aria-pressed', shown)">%s</button>
    </span>
    <vaadin-button theme="primary submit"><button type="submit">%s</button></vaadin-button>
    </form>
    </vaadin-login-form>
    </div>
    </main>
    </body>
    </html>
    """
        .formatted(
            locale.getLanguage(),
            Preferences.scheme(request).getValue(),
            token(request, "<meta name=\"%s\" content=\"%s\">\n"),
            word("login.title", locale),
            word("app.name", locale),
            word("app.name", locale),
            word("app.claim", locale),
            word("login.title", locale),
            token(request, "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"),
            failure(request, locale),
            word("login.username", locale),
            word("login.password", locale),
            word("login.reveal", locale),
            EYE,
            word("login.submit", locale));
  }

  /** The token against forged logins, in the form and where Vaadin's pages have it. */
  private static String token(HttpServletRequest request, String element) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? element.formatted(
            HtmlUtils.htmlEscape(token.getParameterName()), HtmlUtils.htmlEscape(token.getToken()))
        : "";
  }

  /** Why the form is shown again, where it is. */
  private String failure(HttpServletRequest request, Locale locale) {
    String pause = request.getParameter("pause");
    if (pause != null && pause.matches("\\d{1,3}")) {
      return failure("login.pause", locale, pause);
    }
    if (request.getParameter("expired") != null) {
      return failure("login.expired", locale);
    }
    return request.getParameter("error") == null ? "" : failure("login.error", locale);
  }

  private String failure(String key, Locale locale, Object... values) {
    return "<div class=\"login-error\" role=\"alert\"><strong>%s</strong><br>%s</div>"
        .formatted(word(key + ".title", locale), word(key + ".message", locale, values));
  }

  private String word(String key, Locale locale, Object... values) {
    return HtmlUtils.htmlEscape(translations.getTranslation(key, locale, values), "UTF-8");
  }
}
