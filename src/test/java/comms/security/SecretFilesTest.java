package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

  @TempDir Path data;

  @Test
  void makesASecretOnceAndKeepsItOverRestarts() {
    SecretFiles.Secret made = new SecretFiles(data).once("key", () -> "first");
    SecretFiles.Secret kept = new SecretFiles(data).once("key", () -> "second");
    assertThat(made.created()).isTrue();
    assertThat(kept.created()).isFalse();
    assertThat(kept.value()).isEqualTo("first");
  }

  @Test
  void letsOnlyTheOwnerReadIt() throws Exception {
    Path file = new SecretFiles(data).once("key", () -> SecretFiles.random(32)).file();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void leavesNoDraftBehind() throws Exception {
    Path file = new SecretFiles(data).once("key", () -> "value").file();
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void neverShowsTheValueInALog() {
    assertThat(new SecretFiles(data).once("key", () -> "hush").toString()).doesNotContain("hush");
  }

  @Test
  void makesADifferentSecretEachTime() {
    assertThat(SecretFiles.random(32)).hasSize(32).isNotEqualTo(SecretFiles.random(32));
  }
}
