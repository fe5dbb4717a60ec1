package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnfitEngineIT {

  @TempDir Path data;

  @Test
  void saysThatTheLibraryIsMissing() {
    Path nowhere = data.resolve("libchdb.so");
    assertThatThrownBy(() -> EngineLibrary.find(nowhere))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageStartingWith("There is no ClickHouse engine at " + nowhere)
        .hasMessageContaining("COMMS_CLICKHOUSE_URL");
  }

  @Test
  void saysThatTheLibraryCannotBeLoaded() throws Exception {
    Path text = Files.writeString(data.resolve("libchdb.so"), "not a library");
    assertThatThrownBy(() -> new EmbeddedEngine(data, EngineLibrary.find(text)))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessageStartingWith("The ClickHouse engine at " + text + " cannot be loaded on ")
        .hasMessageContaining("COMMS_CLICKHOUSE_URL");
  }

  @Test
  void letsGoOfTheDirectoryAfterAFailedStart() throws Exception {
    Path text = Files.writeString(data.resolve("libchdb.so"), "not a library");
    assertThatThrownBy(() -> new EmbeddedEngine(data, EngineLibrary.find(text)))
        .isInstanceOf(EngineUnavailable.class);
    try (EngineDirectory directory = EngineDirectory.take(data.resolve("clickhouse"))) {
      assertThat(directory.store()).isDirectory();
    }
  }

  @Test
  void failureIsReportedAsTheSentenceAlone() {
    EngineUnavailable sentence = new EngineUnavailable("There is none.");
    FailureAnalysis analysis =
        new StartFailureAnalyzer().analyze(new IllegalStateException("bean", sentence));
    assertThat(analysis).isNotNull().extracting("description").isEqualTo("There is none.");
    assertThat(new StartFailureAnalyzer().analyze(new IllegalStateException("other"))).isNull();
  }
}
