package comms.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import comms.clickhouse.WithStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes back when no controller answers, over real connections. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
class ErrorDocumentsIT {

  private static final String CLOSE = "Connection: close\r\n\r\n";

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;

  @Test
  void aBodyThatBreaksOffIsNotSentToTheLogin() throws Exception {
    String answer =
        exchange(
            "POST /batch/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|503) .*").doesNotContain("Location:");
  }

  @Test
  void anAddressThatTheFirewallRefusesIsAProblem() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/threads/100%25/timeline"))
                    .header("Authorization", "Bearer " + WithStore.API_TOKEN)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":400").contains("\"title\":\"Bad Request\"");
  }

  /** Request lines and headers that no well-behaved client sends, and the status of the answer. */
  private static Stream<Arguments> requests() {
    return Stream.of(
        arguments("GET /api/v1/[x] HTTP/1.1", "", 404),
        arguments("GET /nothing?a=[b]{c}|^`\"<> HTTP/1.1", "", 404),
        arguments("GET /a\\b HTTP/1.1", "", 400),
        arguments("GET /a%5Cb HTTP/1.1", "", 400),
        arguments("GET /a%00b HTTP/1.1", "", 400),
        arguments("GET /a%01b HTTP/1.1", "", 404),
        arguments("GET /a\u0001b HTTP/1.1", "", 400),
        arguments("GET /a\u00e9b HTTP/1.1", "", 400),
        arguments("GET /a%zzb HTTP/1.1", "", 400),
        arguments("GET /a% HTTP/1.1", "", 400),
        arguments("GET /%c3%28 HTTP/1.1", "", 400),
        arguments("GET //batch HTTP/1.1", "", 400),
        arguments("GET /batch;x=1 HTTP/1.1", "", 400),
        arguments("GET /../../etc HTTP/1.1", "", 400),
        arguments("GET /a/%2e%2e/b HTTP/1.1", "", 400),
        arguments("GET /a%2fb HTTP/1.1", "", 400),
        arguments("GET /" + "a".repeat(20_000) + " HTTP/1.1", "", 400),
        arguments("GET /nothing HTTP/1.1", "X: " + "a".repeat(20_000) + "\r\n", 400),
        arguments("GET /nothing HTTP/1.1", "Host: second\r\n", 400),
        arguments("GET /nothing HTTP/1.1", "X\u0001: 1\r\n", 400),
        arguments("GET /nothing HTTP/1.1", "Accept-Language: \u0085;;q=x\r\n", 404),
        arguments("GET /nothing HTTP/1.1", "Transfer-Encoding: foo\r\n", 501),
        arguments("GET /nothing HTTP/1.1", "Content-Length: x\r\n", 400),
        arguments("GET /nothing HTTP/9.9", "", 505),
        arguments("FOO /batch HTTP/1.1", "", 405),
        arguments("FOO /nothing HTTP/1.1", "", 400),
        arguments("TRACE /batch HTTP/1.1", "", 405),
        arguments("DELETE /batch HTTP/1.1", "", 405),
        arguments("PUT /i/v1/analytics/events HTTP/1.1", "", 405),
        arguments("CONNECT example.org:443 HTTP/1.1", "", 501),
        arguments("GET http://[bad/ HTTP/1.1", "", 400),
        arguments("nonsense", "", 400),
        arguments("POST /batch HTTP/1.1", "Origin: \u0085\r\nContent-Length: 0\r\n", 400),
        arguments("POST /api/v1/import HTTP/1.1", "X-Api-Key: \u0085\r\n", 400));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void noRequestGetsAnAnswerOfTheServersOwn(String line, String headers, int status)
      throws Exception {
    String answer = exchange(line + "\r\nHost: x\r\n" + headers + CLOSE);
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: application/problem+json", "\"status\":" + status)
        .doesNotContain("Set-Cookie", "Location:", "Tomcat", "Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/batch/x",
        "/api/v1/unknown",
        "/a[b",
        "/a%00b",
        "/a%01b",
        "/a\\b",
        "//x",
        "/a;b",
        "/error",
        "/a%zz",
        "/assets/x.js"
      })
  void aBrowserGetsThePageOfTheApplication(String path) throws Exception {
    String answer =
        exchange(
            "GET "
                + path
                + " HTTP/1.1\r\nHost: x\r\nAccept: text/html,application/xhtml+xml\r\n"
                + "Accept-Language: ru-RU,ru;q=0.9\r\n"
                + CLOSE);
    assertThat(answer)
        .matches("(?s)HTTP/1.1 4(00|04) .*")
        .containsIgnoringCase("Content-Type: text/html;charset=UTF-8")
        .contains("<html lang=\"ru\">", "<a href=\"/\">")
        .doesNotContain("Set-Cookie", "Location:", "Tomcat", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/batches",
        "/batch/x",
        "/e/x/",
        "/i/v0/ai/batch/",
        "/i/v1/analytics",
        "/s/",
        "/flags/x",
        "/decide/x",
        "/array/phc_x/x",
        "/webhooks",
        "/webhooks/a/b",
        "/api/v1/unknown",
        "/api",
        "/api/v2/metrics",
        "/error",
        "/nothing",
        "/product/x/y",
        "/VAADIN",
        "/assets/x",
        "/sw.js",
        "/index.html",
        "/BATCH",
        "/Api/v1/metrics"
      })
  void aProgramThatReadsNoAddressGetsA404WithoutASession(String path) throws Exception {
    for (String method : List.of("GET", "HEAD")) {
      String answer =
          exchange(method + " " + path + " HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n" + CLOSE);
      assertThat(answer)
          .startsWith("HTTP/1.1 404")
          .contains("Content-Type: application/problem+json")
          .doesNotContain("Set-Cookie", "Location:");
    }
  }

  @Test
  void aWrongMethodIsToldTheRightOnesAndCounted() throws Exception {
    Counter counter = meters.counter("comms.requests.unanswered", "status", "405");
    double before = counter.count();
    for (String method : List.of("DELETE", "FOO")) {
      String answer = exchange(method + " /batch HTTP/1.1\r\nHost: x\r\n" + CLOSE);
      assertThat(answer).containsPattern("Allow: [A-Z, ]*POST");
    }
    assertThat(counter.count()).isEqualTo(before + 2);
  }

  private String exchange(String request) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
