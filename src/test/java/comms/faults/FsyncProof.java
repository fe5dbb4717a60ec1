package comms.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The proof that a 200 comes after the disk: an application under {@code strace}, some hundred
 * requests, and what the trace shows of its journal.
 */
final class FsyncProof {

  private static final int EVENTS = 5_000;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Load LOAD = new Load(4, 25, Duration.ofMillis(50), 1, false, 0);

  private FsyncProof() {}

  static FsyncTrace.Result run(Path directory, long seed) throws Exception {
    Path trace = directory.resolve("strace.txt");
    try (Rig rig = Rig.traced(directory, tracer(trace))) {
      send(rig, seed);
      rig.application().stop();
      return result(trace, directory.resolve("data").resolve("journal"));
    }
  }

  private static void send(Rig rig, long seed) throws InterruptedException {
    ApplicationUnderTest application = rig.application();
    Stories stories = new Stories(seed, 0);
    try (SdkClient client =
        SdkClient.start(
            application.address(), application.key(), LOAD, stories, rig.ledger(), seed)) {
      Awaitility.await().atMost(LIMIT).until(() -> rig.ledger().acknowledged() >= EVENTS);
      client.finish(LIMIT);
    }
  }

  private static FsyncTrace.Result result(Path trace, Path journal) throws IOException {
    try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
      return FsyncTrace.of(lines, journal);
    }
  }

  private static List<String> tracer(Path trace) {
    return List.of(
        "strace",
        "-f",
        "-y",
        "-qq",
        "--seccomp-bpf",
        "-s",
        "40",
        "-e",
        "signal=none",
        "-e",
        "trace=read,recvfrom,write,writev,sendto,pwrite64,pwritev,fsync,fdatasync",
        "-o",
        trace.toString());
  }
}
