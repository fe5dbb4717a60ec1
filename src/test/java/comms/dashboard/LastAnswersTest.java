package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LastAnswersTest {

  private static final Instant NOW = Instant.parse("2026-04-13T10:00:00Z");

  private final LastAnswers last =
      new LastAnswers(new DashboardTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));

  @Test
  void givesTheLastAnswerWithItsTimeWhileThereIsNoNewerOne() throws Exception {
    assertThat(last.ask("q", () -> "first").keptFrom()).isNull();

    Given<String> kept = last.ask("q", LastAnswersTest::fail);

    assertThat(kept).isEqualTo(new Given<>("first", NOW));
    assertThat(last.ask("q", () -> "second").answer()).isEqualTo("second");
  }

  @Test
  void anotherQuestionHasNoAnswerYet() throws Exception {
    last.ask("q", () -> "first");

    assertThatThrownBy(() -> last.ask("other", LastAnswersTest::fail))
        .hasMessage("the store is away");
  }

  private static String fail() {
    throw new IllegalStateException("the store is away");
  }
}
