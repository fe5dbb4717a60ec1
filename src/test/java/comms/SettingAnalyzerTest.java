package comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingAnalyzerTest {

  private final SettingAnalyzer analyzer = new SettingAnalyzer();

  @Test
  void namesTheZone() {
    assertThat(sentence(new DateTimeException("Unknown time-zone ID: Mars/Olympus")))
        .contains("COMMS_ZONE", "Mars/Olympus");
  }

  @Test
  void repeatsWhatASettingSaysOfItself() {
    assertThat(sentence(new IllegalArgumentException("COMMS_X is odd")))
        .isEqualTo("COMMS_X is odd");
  }

  @Test
  void leavesOtherFailuresToOthers() {
    assertThat(analyzer.analyze(new IllegalArgumentException("else"))).isNull();
  }

  private String sentence(Throwable cause) {
    return Objects.requireNonNull(analyzer.analyze(new IllegalStateException("no bean", cause)))
        .getDescription();
  }
}
