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
    assertThat(last.ask("q", String.class, () -> "first").keptFrom()).isNull();

    LastAnswers.Answer<String> kept = last.ask("q", String.class, LastAnswersTest::fail);

    assertThat(kept).isEqualTo(new LastAnswers.Answer<>("first", NOW));
    assertThat(last.ask("q", String.class, () -> "second").value()).isEqualTo("second");
  }

  @Test
  void anotherQuestionHasNoAnswerYet() throws Exception {
    last.ask("q", String.class, () -> "first");

    assertThatThrownBy(() -> last.ask("other", String.class, LastAnswersTest::fail))
        .hasMessage("the store is away");
  }

  private static String fail() {
    throw new IllegalStateException("the store is away");
  }
}
