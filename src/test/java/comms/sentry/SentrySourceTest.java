package comms.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a Sentry on the way to its issues. */
class SentrySourceTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final SentryStub sentry = new SentryStub();
  private volatile Instant now = START;

  @AfterEach
  void stop() {
    sentry.close();
  }

  @Test
  void tellsHowOldTheLastAnswerIs() {
    SentryOpenIssues source = source(sentry.url(), SentryStub.TOKEN);
    assertThat(state(source).lastSuccess()).isEmpty();
    assertThat(state(source).age()).isEmpty();
    source.tagged(Set.of("email"));
    now = START.plusSeconds(90);
    assertThat(state(source).lastSuccess()).contains(START);
    assertThat(state(source).age()).contains(Duration.ofSeconds(90));
    assertThat(state(source).failing()).isFalse();
    assertThat(state(source).failures()).isZero();
  }

  @Test
  void countsWhatIsNotAnsweredAndKeepsTheLastErrorWhenItIsMended() {
    SentryOpenIssues source = source(sentry.url(), SentryStub.TOKEN);
    sentry.answers("<html>");
    assertThatThrownBy(source::refresh).isInstanceOf(SentrySilent.class);
    assertThatThrownBy(() -> source.tagged(Set.of())).isInstanceOf(SentrySilent.class);
    assertThat(state(source).failing()).isTrue();
    assertThat(state(source).failures()).isEqualTo(2);
    sentry.answers(SentryStub.ISSUES);
    source.refresh();
    assertThat(state(source).failing()).isFalse();
    assertThat(state(source).failures()).isEqualTo(2);
    assertThat(state(source).lastFailure())
        .contains(new SentryState.Failure(START, "Sentry answers with something else than issues"));
  }

  @Test
  void tellsNoSecret() {
    for (String token : Set.of("sntrys_wrong", "sntrys_\u0007wrong")) {
      SentryOpenIssues source =
          source(sentry.url().replace("//", "//someone:sntrys_wrong@"), token);
      assertThatThrownBy(source::refresh)
          .isInstanceOf(SentrySilent.class)
          .hasMessageNotContaining("wrong")
          .hasNoCause();
      assertThat(state(source).failures()).isOne();
      assertThat(state(source).toString()).doesNotContain("wrong");
      assertThat(state(source).address()).startsWith("http://localhost:");
    }
  }

  @Test
  void whoLeavesWithoutTheAnswerIsNoErrorOfSentry() {
    SentryOpenIssues source = source(sentry.url(), SentryStub.TOKEN);
    Thread.currentThread().interrupt();
    assertThatThrownBy(source::refresh).isInstanceOf(SentrySilent.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(state(source).failures()).isZero();
  }

  @Test
  void theWatchAsksBeforeAnybodyLooks() {
    SentryOpenIssues source = source(sentry.url(), SentryStub.TOKEN);
    SentryWatch watch = new SentryWatch(source);
    watch.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(state(source).lastSuccess()).contains(START));
    assertThat(sentry.asked())
        .containsExactly("query=is%3Aunresolved%20has%3Achannel&sort=date&limit=25");
    watch.stop();
    assertThat(watch.isRunning()).isFalse();
  }

  @Test
  void isNothingWithoutATokenAndNobodyAsks() {
    SentryOpenIssues source = source(sentry.url(), null);
    SentryWatch watch = new SentryWatch(source);
    watch.start();
    assertThat(watch.isRunning()).isFalse();
    assertThat(source.state()).isEmpty();
  }

  private static SentryState state(SentrySource source) {
    return source.state().orElseThrow();
  }

  private SentryOpenIssues source(String url, @Nullable String token) {
    SentrySettings settings = new SentrySettings(url, SentryStub.ORGANIZATION, null, token);
    return new SentryOpenIssues(
        settings, new SentryClient(settings, JsonMapper.builder().build()), clock(() -> now));
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }
}
