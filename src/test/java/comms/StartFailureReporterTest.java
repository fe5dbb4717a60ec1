package comms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailureReporterTest {

  private final Throwable cause = new IllegalStateException("cause");

  @Test
  void saysTheSentenceAndNothingElse() {
    assertThat(StartFailureReporter.text(new FailureAnalysis("It is taken.\n", null, cause)))
        .isEqualTo("It is taken.");
  }

  @Test
  void addsWhatToDoWhereSpringKnowsIt() {
    assertThat(StartFailureReporter.text(new FailureAnalysis("It is taken.", "Free it.", cause)))
        .isEqualTo("It is taken.\nFree it.");
  }
}
