package comms.ingestion;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that keeps everything in memory, and can be switched off. */
public class KeptInMemory implements Journal {

  private final List<Intake> intakes = new CopyOnWriteArrayList<>();
  private volatile boolean full;

  @Override
  public void append(Intake intake) {
    if (full) {
      throw new JournalUnavailable("full", new IllegalStateException("no room"));
    }
    intakes.add(intake);
  }

  public void full(boolean full) {
    this.full = full;
  }

  public List<Event> accepted() {
    return intakes.stream().flatMap(intake -> intake.accepted().stream()).toList();
  }

  public List<QuarantinedEvent> quarantined() {
    return intakes.stream().flatMap(intake -> intake.quarantined().stream()).toList();
  }

  public List<Intake> intakes() {
    return List.copyOf(intakes);
  }
}
