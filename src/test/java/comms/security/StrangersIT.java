package comms.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing is kept for people before they have logged in, asked of a real server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStore
class StrangersIT {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/login",
        "/login?error",
        "/login?v-r=init&location=login",
        "/?v-r=init&location=",
        "/?v-r=init&v-r=uidl",
        "/?v-r=uidl&v-uiId=0",
        "/?v-r=heartbeat&v-uiId=0",
        "/?v-r=push",
        "/?v-r=webcomponent-resync",
        "/vaadinServlet/?v-r=init&location=",
        "/vaadinServlet/",
        "/VAADIN/",
        "/VAADIN/push?v-r=push",
        "/VAADIN/push",
        "/VAADIN/dynamic/resource/0/x/y",
        "/VAADIN/build/none.js",
        "/HILLA/push",
        "/favicon.ico",
        "/sw.js",
        "/manifest.webmanifest",
        "/icons/icon.png",
        "/themes/comms/styles.css",
        "/themes/comms/nothing.css",
        "/aura/aura.css",
        "/product?period=7d",
        "/contracts/1",
        "/nowhere/at/all",
        "/error",
        "/actuator/health",
        "/api/v1/metrics",
        "/flags"
      })
  void nobodyIsGivenASessionBeforeTheLogin(String path) throws Exception {
    for (String accepted : new String[] {"text/html", "*/*"}) {
      assertNoSession(send(request(path).header("Accept", accepted).build()));
      assertNoSession(
          send(
              request(path)
                  .header("Accept", accepted)
                  .POST(BodyPublishers.ofString("{}"))
                  .build()));
    }
  }

  @Test
  void theLoginLeadsToThePageThatWasAskedFor() throws Exception {
    HttpResponse<String> asked =
        send(request("/product?period=7d").header("Accept", "text/html").build());
    assertThat(asked.statusCode()).isEqualTo(302);
    HttpResponse<String> answer = login("admin", WithStore.ADMIN_PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).contains("/product?period=7d"));
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("JSESSIONID"));
    assertThat(send(request("/?v-r=init&location=").build()).statusCode()).isEqualTo(200);
  }

  @Test
  void theLoginPageSaysWhyItIsShownAgain() throws Exception {
    HttpResponse<String> answer = login("admin", "guess");
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
    assertThat(send(request("/login?error").header("Accept-Language", "ru").build()).body())
        .contains("lang=\"ru\"", "Войти не удалось", "role=\"alert\"");
    assertThat(send(request("/login?pause=12").build()).body()).contains("wait 12 seconds");
    assertThat(send(request("/login?pause=%3Cb%3E").build()).body()).doesNotContain("alert", "<b>");
    assertThat(send(request("/login").build()).body()).doesNotContain("role=\"alert\"");
  }

  private HttpResponse<String> login(String name, String password) throws Exception {
    Matcher token = TOKEN.matcher(send(request("/login").build()).body());
    assertThat(token.find()).isTrue();
    String form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(name, password, URLEncoder.encode(token.group(1), UTF_8));
    return send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static void assertNoSession(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
