package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the engine when the application is killed and can do nothing about it. */
class OrphanIT {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir Path data;

  /** An application that starts an engine, says its process id, and waits. */
  static final class Parent {

    public static void main(String[] args) throws InterruptedException {
      EmbeddedEngine engine =
          new EmbeddedEngine(Path.of(args[0]), new EngineLibrary(Path.of(args[1])));
      System.out.println("engine " + engine.process().pid());
      Thread.currentThread().join();
    }
  }

  @Test
  void engineEndsWithAKilledParentAndTheNextOneTakesOver() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                data.toString(),
                TestStore.library().file().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = parent.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.startsWith("engine ")) {
        line = output.readLine();
      }
      assertThat(line).as("the parent's engine").isNotNull();
      long pid = Long.parseLong(line.substring("engine ".length()));
      ProcessHandle engine = ProcessHandle.of(pid).orElseThrow();

      parent.destroyForcibly().waitFor();

      try (EmbeddedEngine next = new EmbeddedEngine(data, TestStore.library())) {
        assertThat(next.process().isAlive()).isTrue();
      }
      await().atMost(DEADLINE).until(() -> !engine.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }
}
