package comms.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds whatever has an id. */
public interface Lookup {

  /**
   * Everything that has the id, however it was typed.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Found> find(String id);

  /** What can be found. */
  enum Kind {
    CONTRACT,
    THREAD,
    DISPUTE,
    NOTIFICATION,
    MESSAGE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What its timeline is about; a message's events are on the timeline of its thread. */
    public Optional<Subject> subject() {
      return this == MESSAGE ? Optional.empty() : Optional.of(Subject.valueOf(name()));
    }
  }

  /**
   * One thing that has the id.
   *
   * @param events how many events name it
   * @param threadId of its events, empty where none names one
   * @param contractId of its events, empty where none names one
   */
  record Found(
      Kind kind,
      String id,
      Instant first,
      Instant last,
      long events,
      String threadId,
      String contractId) {}
}
