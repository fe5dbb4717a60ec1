package comms.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against a Sentry that answers only what its documentation says. */
class OpenIssuesTest {

  private final SentryStub sentry = new SentryStub();

  @AfterEach
  void stop() {
    sentry.close();
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
    assertThat(sentry.asked())
        .containsExactly("query=is%3Aunresolved%20channel%3Aemail&project=chat&sort=date&limit=25");
  }

  @Test
  void asksForSeveralChannelsOrAny() {
    OpenIssues issues = issues("acme", null, "sntrys_test");
    issues.tagged(Set.of("web_push", "email"));
    issues.tagged(Set.of());
    assertThat(sentry.asked())
        .containsExactly(
            "query=is%3Aunresolved%20channel%3A%5Bemail%2Cweb_push%5D&sort=date&limit=25",
            "query=is%3Aunresolved%20has%3Achannel&sort=date&limit=25");
  }

  @Test
  void asksOnceAMinute() {
    OpenIssues issues = issues("acme", "chat", "sntrys_test");
    issues.tagged(Set.of("email"));
    issues.tagged(Set.of("email"));
    assertThat(sentry.asked()).hasSize(1);
  }

  @Test
  void saysThatSentryDoesNotAnswerAndAsksAgain() {
    OpenIssues issues = issues("acme", "chat", "sntrys_test");
    for (String nonsense : List.of("<html>", "{\"detail\":\"x\"}", "{}", "[{\"title\":\"x\"}]")) {
      sentry.answers(nonsense);
      assertThatThrownBy(() -> issues.tagged(Set.of("email"))).isInstanceOf(SentrySilent.class);
    }
    sentry.answers(SentryStub.ISSUES);
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
    sentry.close();
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
    SentrySettings settings = new SentrySettings(sentry.url(), organization, project, token);
    return new SentryOpenIssues(
        settings,
        new SentryClient(settings, JsonMapper.builder().build()),
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }
}
