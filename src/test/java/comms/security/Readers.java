package comms.security;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running application over HTTP, as whoever it is. */
final class Readers {

  /** Of every role's login. */
  static final String PASSWORD = "a password of a role";

  private static final Pattern CSRF =
      Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"|content=\"([^\"]+)\" name=\"_csrf\"");

  private static final Pattern SECURITY_KEY =
      Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
  private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":(\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  Readers(int port) {
    this.address = "http://localhost:" + port;
  }

  /** Asks; the headers are names and values in turn. */
  HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
    return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  private HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The cookies that answer sets, as a browser would send them. */
  static String cookies(HttpResponse<?> answer) {
    return String.join(
        "; ",
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .toList());
  }

  /** A login page as a browser has opened it. */
  record Form(String cookies, String token) {}

  Form form(String... headers) throws Exception {
    HttpResponse<String> page = ask("GET", "/login", headers);
    Matcher token = CSRF.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError("no CSRF token in the login page:\n" + page.body());
    }
    return new Form(cookies(page), token.group(1) == null ? token.group(2) : token.group(1));
  }

  HttpResponse<String> login(Form form, String name, String password, String... headers)
      throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Cookie", form.cookies());
    all.put("Content-Type", "application/x-www-form-urlencoded");
    for (int i = 0; i < headers.length; i += 2) {
      all.merge(headers[i], headers[i + 1], (one, other) -> one + "; " + other);
    }
    String[] flat =
        all.entrySet().stream()
            .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()))
            .toArray(String[]::new);
    return send(
        "POST",
        "/login",
        HttpRequest.BodyPublishers.ofString(
            "username="
                + encode(name)
                + "&password="
                + encode(password)
                + "&_csrf="
                + encode(form.token())),
        flat);
  }

  /** The cookies of somebody who has logged in. */
  String session(String name, String password) throws Exception {
    HttpResponse<String> answer = login(form(), name, password);
    String location = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || location.contains("/login")) {
      throw new AssertionError(name + " did not get in: " + answer.statusCode() + " " + location);
    }
    return cookies(answer);
  }

  /** What the browser of somebody who has logged in is told to draw for that address. */
  String view(String cookies, String route, String query) throws Exception {
    String init =
        ask(
                "GET",
                "/?v-r=init&location=" + encode(route) + "&query=" + encode(query),
                "Cookie",
                cookies)
            .body();
    String navigation =
        """
        {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
          "event": "ui-navigate", "data": {"route": "%s", "query": "%s", "appShellTitle": "",
          "trigger": "", "historyState": null}}]}
        """
            .formatted(part(SECURITY_KEY, init), route, query);
    return send(
            "POST",
            "/?v-r=uidl&v-uiId=" + part(UI_ID, init),
            HttpRequest.BodyPublishers.ofString(navigation),
            "Cookie",
            cookies,
            "Content-Type",
            "application/json")
        .body();
  }

  private static String part(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
