package comms.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of {@code bin/faults}: runs the faults one after the other, each on a rig of its
 * own, writes the table into {@value #TABLE}, and fails when a row is not clean. Arguments: the
 * directory for it all, the scale ({@code long} or {@code trial}), and the ids of the faults or
 * nothing for all of them; {@value #FSYNC} among them is the trace of the system calls.
 */
final class AllFaults {

  private static final long SEED = 2025;
  private static final String TABLE = "table.md";
  private static final String FSYNC = "fsync";

  private final Path directory;
  private final Scale scale;
  private final List<String> wanted;
  private final StringBuilder table = new StringBuilder();
  private boolean clean = true;

  private AllFaults(Path directory, Scale scale, List<String> wanted) {
    this.directory = directory;
    this.scale = scale;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) throws Exception {
    Scale scale = arguments[1].equals("trial") ? Scale.TRIAL : Scale.LONG;
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    AllFaults all = new AllFaults(Path.of(arguments[0]).toAbsolutePath(), scale, wanted);
    all.checkIds();
    all.run();
    System.exit(all.clean ? 0 : 1);
  }

  private void checkIds() {
    List<String> known = Arrays.stream(Fault.values()).map(Fault::id).toList();
    for (String id : wanted) {
      if (!known.contains(id) && !id.equals(FSYNC)) {
        System.err.println(
            "There is no fault " + id + "; there are " + FSYNC + ", " + String.join(", ", known));
        System.exit(2);
      }
    }
  }

  private void run() throws Exception {
    for (Fault fault : Fault.values()) {
      if (isWanted(fault.id())) {
        show(outcome(fault));
      }
    }
    if (isWanted(FSYNC)) {
      show(FsyncProof.run(directoryOf(FSYNC), SEED));
    }
  }

  private boolean isWanted(String id) {
    return wanted.isEmpty() || wanted.contains(id);
  }

  private Outcome outcome(Fault fault) throws Exception {
    Path own = directoryOf(fault.id());
    System.out.println("\n" + fault.title() + ", in " + own);
    try (Rig rig = Rig.start(own, fault.setup())) {
      return new Scenario(rig, scale, SEED).run(fault);
    }
  }

  private Path directoryOf(String id) throws IOException {
    return Files.createTempDirectory(directory, id + "-");
  }

  private void show(Outcome outcome) throws IOException {
    if (table.isEmpty()) {
      write(Outcome.heading());
    }
    write(outcome.row());
    if (!outcome.isClean()) {
      System.out.println(outcome.details());
      clean = false;
    }
  }

  private void show(FsyncTrace.Result result) throws IOException {
    int proven = result.answers() - result.unproven().size();
    write(
        "\nRequests answered with 200 under `strace`: %d; of them written and synchronised to the"
                .formatted(result.answers())
            + " journal before the answer: "
            + proven
            + ".");
    clean &= result.isProven();
  }

  private void write(String text) throws IOException {
    System.out.println(text);
    table.append(text).append('\n');
    Files.writeString(directory.resolve(TABLE), table);
  }
}
