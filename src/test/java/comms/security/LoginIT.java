package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import comms.security.Readers.Form;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The login over real connections, which come from a proxy that is believed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
@WithReaders
class LoginIT {

  @LocalServerPort private int port;

  private Readers web = new Readers(0);

  @BeforeEach
  void open() {
    web = new Readers(port);
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> attempt(String name, String password, String from) throws Exception {
    return web.login(web.form(), name, password, "X-Forwarded-For", from);
  }

  @Test
  void leadsToTheAddressThatWasAskedForAndToNoOtherHost() throws Exception {
    HttpResponse<String> asked =
        web.ask(
            "GET",
            "/product?period=7d",
            "Accept",
            "text/html",
            "X-Forwarded-Host",
            "evil.example",
            "X-Forwarded-For",
            "192.0.2.10");
    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(location(asked)).endsWith("/login");
    String session = Readers.cookies(asked);
    Form form = web.form("Cookie", session, "X-Forwarded-For", "192.0.2.10");
    Form same = new Form(session + "; " + form.cookies(), form.token());
    HttpResponse<String> in =
        web.login(same, "product", Readers.PASSWORD, "X-Forwarded-For", "192.0.2.10");
    assertThat(location(in)).isEqualTo("/product?period=7d");
    assertThat(Readers.cookies(in)).isNotEmpty().doesNotContain(session);
  }

  @Test
  void theCookieIsSecureBehindTls() throws Exception {
    HttpResponse<String> plain =
        web.ask("GET", "/login", "X-Forwarded-For", "192.0.2.11", "X-Forwarded-Proto", "http");
    assertThat(plain.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        .noneMatch(cookie -> cookie.contains("Secure"))
        .isNotEmpty();
    assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    HttpResponse<String> tls =
        web.ask("GET", "/login", "X-Forwarded-For", "192.0.2.11", "X-Forwarded-Proto", "https");
    assertThat(tls.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
    assertThat(tls.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void tellsNobodyWhetherANameExists() throws Exception {
    HttpResponse<String> known = attempt("support", "wrong", "192.0.2.12");
    HttpResponse<String> unknown = attempt("nobody-of-that-name", "wrong", "192.0.2.12");
    HttpResponse<String> long1 = attempt("support", "x".repeat(10_000), "192.0.2.12");
    for (HttpResponse<String> answer : List.of(unknown, long1)) {
      assertThat(answer.statusCode()).isEqualTo(known.statusCode());
      assertThat(location(answer)).isEqualTo(location(known)).endsWith("/login?error");
      assertThat(answer.body()).isEqualTo(known.body());
    }
    for (String name : List.of("support", "nobody-of-that-name")) {
      String last = "";
      for (int i = 0; i < 10 && !last.contains("pause"); i++) {
        last = location(attempt(name, "wrong", "192.0.2.13"));
      }
      assertThat(last).as(name).contains("/login?pause=");
    }
  }

  @Test
  void aKnownDeviceGetsInWhileStrangersArePaused() throws Exception {
    HttpResponse<String> first = attempt("engineer", Readers.PASSWORD, "192.0.2.14");
    assertThat(location(first)).isEqualTo("/");
    String device =
        first.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(KnownDevices.COOKIE))
            .map(cookie -> cookie.split(";", 2)[0])
            .findFirst()
            .orElseThrow();
    HttpResponse<String> stranger = first;
    for (int i = 0; i < 12; i++) {
      stranger = attempt("engineer", "wrong", "198.51.100." + i);
    }
    assertThat(location(stranger)).contains("pause");
    assertThat(stranger.headers().firstValue("Retry-After")).isPresent();
    assertThat(location(attempt("engineer", Readers.PASSWORD, "198.51.100.77"))).contains("pause");
    HttpResponse<String> again =
        web.login(
            web.form(),
            "engineer",
            Readers.PASSWORD,
            "Cookie",
            device,
            "X-Forwarded-For",
            "192.0.2.14");
    assertThat(location(again)).isEqualTo("/");
  }

  @Test
  void aFloodOfLoginsIsAnsweredAndNotHeld() throws Exception {
    Form form = web.form();
    List<Callable<HttpResponse<String>>> flood = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String from = "203.0.113." + i;
      String name = "flood" + i;
      flood.add(() -> web.login(form, name, "wrong", "X-Forwarded-For", from));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer : threads.invokeAll(flood)) {
        assertThat(answer.get().statusCode()).isEqualTo(302);
        assertThat(location(answer.get())).contains("/login?");
      }
    }
  }

  @Test
  void onlyAPostLogsOut() throws Exception {
    String session = web.session("product", Readers.PASSWORD);
    web.ask("GET", "/logout", "Cookie", session);
    web.ask("HEAD", "/logout", "Cookie", session);
    web.ask("POST", "/logout", "Cookie", session);
    assertThat(web.ask("GET", "/api/v1/metrics", "Cookie", session).statusCode()).isEqualTo(200);
  }
}
