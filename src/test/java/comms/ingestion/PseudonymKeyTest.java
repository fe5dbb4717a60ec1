package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

  @TempDir Path directory;

  @Test
  void theConfiguredKeyIsUsedAndNotStored() {
    assertThat(PseudonymKey.of(" mine ", directory)).isEqualTo("mine".getBytes(UTF_8));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aMadeKeyStaysTheSameAndIsTheOwnersOnly() throws IOException {
    Path data = directory.resolve("data");
    byte[] made = PseudonymKey.of("", data);
    assertThat(made).hasSize(64).isEqualTo(PseudonymKey.of("", data));
    assertThat(data).isDirectoryContaining("glob:**pseudonym.key");
    assertThat(Files.getPosixFilePermissions(data.resolve("pseudonym.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anEmptyKeyFileIsNotUsed() throws IOException {
    Files.createFile(directory.resolve("pseudonym.key"));
    assertThatThrownBy(() -> PseudonymKey.of("", directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is empty");
  }
}
