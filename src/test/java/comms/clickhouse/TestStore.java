package comms.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine that the tests of this JVM share; it ends with the JVM. */
final class TestStore {

  private static @Nullable EmbeddedEngine engine;

  private TestStore() {}

  static synchronized ClickHouseServer shared() {
    if (engine == null) {
      EmbeddedEngine started = new EmbeddedEngine(newDataDirectory(), library());
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      engine = started;
    }
    return engine.server();
  }

  static EngineLibrary library() {
    return EngineLibrary.find(null);
  }

  static Path newDataDirectory() {
    try {
      return Files.createDirectories(
          Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
