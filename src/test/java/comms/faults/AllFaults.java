package comms.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of {@code bin/faults}: runs the faults one after the other, each on a rig of its
 * own, and writes the table. Arguments: the file for the table, the scale ({@code long} or {@code
 * trial}), the ids of the faults or nothing for all. It fails when a row is not clean.
 */
final class AllFaults {

  private static final long SEED = 2025;

  private AllFaults() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Scale scale = arguments[1].equals("trial") ? Scale.TRIAL : Scale.LONG;
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    StringBuilder table = new StringBuilder(Outcome.heading()).append('\n');
    boolean clean = true;
    for (Fault fault : faults(wanted)) {
      Outcome outcome = outcome(fault, scale, file.toAbsolutePath().getParent());
      table.append(outcome.row()).append('\n');
      Files.writeString(file, table);
      System.out.println(outcome.row());
      if (!outcome.isClean()) {
        System.out.println(outcome.details());
        clean = false;
      }
    }
    System.exit(clean ? 0 : 1);
  }

  private static List<Fault> faults(List<String> ids) {
    List<Fault> faults =
        Arrays.stream(Fault.values())
            .filter(fault -> ids.isEmpty() || ids.contains(fault.id()))
            .toList();
    if (faults.isEmpty() || (!ids.isEmpty() && faults.size() < ids.size())) {
      throw new IllegalArgumentException(
          "The faults are: "
              + String.join(", ", Arrays.stream(Fault.values()).map(Fault::id).toList()));
    }
    return faults;
  }

  private static Outcome outcome(Fault fault, Scale scale, Path parent) throws Exception {
    Path directory = Files.createTempDirectory(parent, fault.id() + "-");
    System.out.println(fault.title() + ", in " + directory);
    try (Rig rig = Rig.start(directory, fault.setup())) {
      return new Scenario(rig, scale, SEED).run(fault);
    }
  }
}
