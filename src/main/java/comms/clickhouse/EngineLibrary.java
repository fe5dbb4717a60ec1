package comms.clickhouse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The engine as a native library: where it lies for this platform. */
record EngineLibrary(Path file) {

  /**
   * The configured library, or else the one that npm has put below {@code db} in the working
   * directory.
   *
   * @throws EngineUnavailable when there is none
   */
  static EngineLibrary find(@Nullable Path configured) {
    Path file = configured == null ? installed() : configured;
    if (!Files.isRegularFile(file)) {
      throw new EngineUnavailable(
          "There is no ClickHouse engine at "
              + file.toAbsolutePath()
              + ": start with bin/run, which installs it, or set COMMS_CLICKHOUSE_URL to the"
              + " address of a ClickHouse server.");
    }
    return new EngineLibrary(file.toAbsolutePath());
  }

  private static Path installed() {
    return Path.of("db", "node_modules", "@chdb", "lib-" + platform(), "libchdb.so");
  }

  /** The platform as the engine's packages name it, for example {@code linux-x64-gnu}. */
  static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return os.contains("mac") ? "darwin-" + cpu : "linux-" + cpu + "-gnu";
  }
}
