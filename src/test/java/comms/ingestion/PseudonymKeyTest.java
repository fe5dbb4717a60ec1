package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.security.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {

  @TempDir Path data;

  @Test
  void theConfiguredKeyIsUsedAndNotStored() {
    assertThat(PseudonymKey.of(" mine ", new SecretFiles(data))).isEqualTo("mine".getBytes(UTF_8));
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aMadeKeyStaysTheSameAndIsTheOwnersOnly() throws IOException {
    byte[] made = PseudonymKey.of("", new SecretFiles(data));
    assertThat(made).hasSize(43).isEqualTo(PseudonymKey.of("", new SecretFiles(data)));
    Path file = data.resolve("secrets/pseudonym-key");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anEmptyKeyFileIsNotUsed() {
    SecretFiles secrets = new SecretFiles(data);
    secrets.keep("pseudonym-key", " ");
    assertThatThrownBy(() -> PseudonymKey.of("", secrets))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is empty");
  }
}
