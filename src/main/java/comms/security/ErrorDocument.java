package comms.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What is said about a request that nothing has answered: to a browser that opens an address a page
 * in the look of the application, to everything else an RFC 9457 problem document. Neither says
 * more than the status, whatever went wrong, and nothing of what was sent. It needs nothing that
 * has to be started, so that the server can use it for what it cannot even read.
 */
record ErrorDocument(MediaType type, byte[] content) {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));
  private static final String BUNDLE = "vaadin-i18n.translations";

  /** The colours are those of the application's theme, which cannot be loaded from here. */
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>%s · %s</title>
      <style>
      :root { color-scheme: light dark; }
      body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid;
        grid-template-columns: minmax(0, 30rem); place-content: center; padding: 1rem;
        box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; color: #1a1f27;
        color: light-dark(#1a1f27, #edf0f4); background: #f5f6f8;
        background: light-dark(#f5f6f8, #14171c); }
      main { display: grid; gap: 0.75rem; padding: 1.5rem; border-radius: 10px;
        border: 1px solid #dfe3e8; border-color: light-dark(#dfe3e8, #343a44);
        background: #ffffff; background: light-dark(#ffffff, #1d2128); }
      h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; font-weight: 650;
        letter-spacing: -0.01em; overflow-wrap: anywhere; }
      p { margin: 0; color: #566070; color: light-dark(#566070, #a6b0be); }
      .app { font-weight: 600; }
      a { color: #0b5fa5; color: light-dark(#0b5fa5, #7cbcf2); }
      a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
      </style>
      </head>
      <body>
      <main>
      <p class="app">%s</p>
      <h1>%s</h1>
      <p>%s</p>
      <p><a href="/">%s</a></p>
      <p>%d</p>
      </main>
      </body>
      </html>
      """;

  /** The document for a request, as far as it could be read. */
  static ErrorDocument of(int status, HttpServletRequest request) {
    return isPageFor(request)
        ? page(status, language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
        : problem(status);
  }

  /** Whether a browser opens an address; programs get no pages. */
  static boolean isPageFor(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()))
        && accept != null
        && accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML_VALUE);
  }

  static ErrorDocument page(int status, Locale language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    String key = "fault." + kind(status);
    String title = texts.getString(key + ".title");
    String application = texts.getString("app.name");
    String page =
        PAGE.formatted(
            language.toLanguageTag(),
            title,
            application,
            application,
            title,
            texts.getString(key + ".text"),
            texts.getString("missing.home"),
            status);
    return new ErrorDocument(new MediaType(MediaType.TEXT_HTML, UTF_8), page.getBytes(UTF_8));
  }

  static ErrorDocument problem(int status) {
    String title =
        Optional.ofNullable(HttpStatus.resolve(status))
            .map(HttpStatus::getReasonPhrase)
            .orElse("Error");
    String problem =
        """
        {"title":"%s","status":%d,"detail":"%s"}"""
            .formatted(title, status, detail(status));
    return new ErrorDocument(MediaType.APPLICATION_PROBLEM_JSON, problem.getBytes(UTF_8));
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "The address does not take this method.";
      case 413 -> "The request is too large.";
      case 414, 431 -> "The address or the headers are too long.";
      case 501, 505 -> "The request asks for what is not done here.";
      case 503 -> "This cannot be answered now; please ask again.";
      default ->
          status < 500
              ? "The address, the method or a header of the request is not valid."
              : "Something is wrong here, not with the request.";
    };
  }

  private static String kind(int status) {
    return switch (status) {
      case 403, 404, 405, 503 -> String.valueOf(status);
      default -> status < 500 ? "400" : "500";
    };
  }

  private static Locale language(@Nullable String accepted) {
    try {
      Locale language =
          accepted == null || accepted.isBlank()
              ? null
              : Locale.lookup(LanguageRange.parse(accepted), LANGUAGES);
      return language == null ? Locale.ENGLISH : language;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
