package comms.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against a Sentry that answers only what its documentation says. */
class OpenIssuesTest {

  private static final String ISSUES =
      """
      [{"id":"1","shortId":"A-1","title":"SMTP: connection refused","culprit":"mail.send",
        "permalink":"https://acme.sentry.io/issues/1/","count":"42","userCount":7,
        "firstSeen":"2026-01-05T10:00:00Z","lastSeen":"2026-01-06T10:00:00.123456Z",
        "level":"error","status":"unresolved","project":{"id":"7","slug":"chat","name":"Chat"}}]""";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile String body = ISSUES;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
    boolean authorised =
        "Bearer sntrys_test".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean known =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getPath().equals("/api/0/organizations/acme/issues/");
    byte[] answer = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(!authorised ? 401 : known ? 200 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void listsTheOpenIssuesOfAChannel() {
    assertThat(issues("acme", "chat", "sntrys_test").tagged(Set.of("email")))
        .containsExactly(
            new Issue(
                "SMTP: connection refused",
                Instant.parse("2026-01-05T10:00:00Z"),
                Instant.parse("2026-01-06T10:00:00.123456Z"),
                42,
                "https://acme.sentry.io/issues/1/"));
    assertThat(asked)
        .containsExactly("query=is%3Aunresolved%20channel%3Aemail&project=chat&sort=date&limit=25");
  }

  @Test
  void asksForSeveralChannelsOrAny() {
    OpenIssues issues = issues("acme", null, "sntrys_test");
    issues.tagged(Set.of("web_push", "email"));
    issues.tagged(Set.of());
    assertThat(asked)
        .containsExactly(
            "query=is%3Aunresolved%20channel%3A%5Bemail%2Cweb_push%5D&sort=date&limit=25",
            "query=is%3Aunresolved%20has%3Achannel&sort=date&limit=25");
  }

  @Test
  void asksOnceAMinute() {
    OpenIssues issues = issues("acme", "chat", "sntrys_test");
    issues.tagged(Set.of("email"));
    issues.tagged(Set.of("email"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void saysThatSentryDoesNotAnswerAndAsksAgain() {
    OpenIssues issues = issues("acme", "chat", "sntrys_test");
    for (String nonsense : List.of("<html>", "{\"detail\":\"x\"}", "{}", "[{\"title\":\"x\"}]")) {
      body = nonsense;
      assertThatThrownBy(() -> issues.tagged(Set.of("email"))).isInstanceOf(SentrySilent.class);
    }
    body = ISSUES;
    assertThat(issues.tagged(Set.of("email"))).hasSize(1);
  }

  @Test
  void aWrongTokenOrOrganizationIsNoAnswer() {
    assertThatThrownBy(() -> issues("acme", null, "sntrys_wrong").tagged(Set.of()))
        .isInstanceOf(SentrySilent.class)
        .hasMessage("Sentry answers 401");
    assertThatThrownBy(() -> issues("other", null, "sntrys_test").tagged(Set.of()))
        .isInstanceOf(SentrySilent.class)
        .hasMessage("Sentry answers 404");
  }

  @Test
  void aSentryThatIsAwayIsNoAnswer() {
    server.stop(0);
    assertThatThrownBy(() -> issues("acme", null, "sntrys_test").tagged(Set.of()))
        .isInstanceOf(SentrySilent.class)
        .hasMessage("Sentry does not answer");
  }

  @Test
  void isNotThereWithoutAnOrganizationAndAToken() {
    assertThat(issues("acme", null, null).configured()).isFalse();
    assertThat(issues(null, null, "sntrys_test").configured()).isFalse();
    assertThat(issues("acme", null, "sntrys_test").configured()).isTrue();
    assertThat(new SentrySettings("https://a", "acme", null, "sntrys_test").toString())
        .doesNotContain("sntrys_test");
  }

  private OpenIssues issues(
      @Nullable String organization, @Nullable String project, @Nullable String token) {
    return new SentryOpenIssues(
        new SentrySettings(
            "http://localhost:" + server.getAddress().getPort() + "/",
            organization,
            project,
            token),
        JsonMapper.builder().build());
  }
}
