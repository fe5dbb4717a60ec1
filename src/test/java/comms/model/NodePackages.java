package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Node and the packages of the tests, at the versions of the lock file. */
public final class NodePackages {

  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path DIRECTORY = Path.of("target", "test-node").toAbsolutePath();

  private NodePackages() {}

  /**
   * Where the packages are, installed when they were not yet, by one of the JVMs that want them.
   */
  public static synchronized Path installed() throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    try (FileChannel channel =
            FileChannel.open(
                DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      install();
    }
    return DIRECTORY;
  }

  private static void install() throws IOException, InterruptedException {
    for (String file :
        List.of(
            "package.json", "package-lock.json", ".npmrc", "send.mjs", "client.mjs", "page.html")) {
      Files.copy(
          SOURCES.resolve(file), DIRECTORY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!hasInstalledLock()) {
      run(npm(), "", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      Files.copy(DIRECTORY.resolve("package-lock.json"), installedLock());
    }
  }

  /** Runs a script there with that on its standard input, and wants it to end well. */
  public static void node(String input, String... arguments)
      throws IOException, InterruptedException {
    run(List.of(executable()), input, arguments);
  }

  private static boolean hasInstalledLock() throws IOException {
    return Files.exists(installedLock())
        && Files.mismatch(DIRECTORY.resolve("package-lock.json"), installedLock()) < 0;
  }

  /** A copy of the lock file that tells what was installed completely. */
  private static Path installedLock() {
    return DIRECTORY.resolve("node_modules").resolve("installed-lock.json");
  }

  private static String executable() {
    return Optional.ofNullable(System.getenv("COMMS_NODE")).orElse("node");
  }

  /** The npm of that Node, where there is one beside it, else that of the PATH. */
  private static List<String> npm() {
    Path beside = Path.of(executable()).resolveSibling("npm");
    return List.of(Files.isExecutable(beside) ? beside.toString() : "npm");
  }

  private static void run(List<String> command, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    Path output = Files.createTempFile(DIRECTORY, "output", ".txt");
    Process process =
        new ProcessBuilder(all)
            .directory(DIRECTORY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (var standardInput = process.outputWriter()) {
      standardInput.write(input);
    }
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    Files.delete(output);
    assertThat(ended).as(all + " did not end:\n" + said).isTrue();
    assertThat(process.exitValue()).as(all + " said:\n" + said).isZero();
  }
}
