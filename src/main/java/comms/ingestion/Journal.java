package comms.ingestion;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request's events go once they are checked. When {@link #append} returns, they are on disk
 * and will be stored once; only then may the request be answered with 200.
 */
public interface Journal {

  /**
   * Keeps everything that came with one request, whole or not at all.
   *
   * @throws JournalUnavailable when it cannot be kept now; the sender should try again
   */
  void append(Intake intake);

  /**
   * What one request brought.
   *
   * @param request a random id of the request
   * @param replayed events that come out of quarantine
   * @param stripped how often a property outside the catalog was left out, by its name
   */
  record Intake(
      String request,
      List<Event> accepted,
      List<QuarantinedEvent> quarantined,
      List<Replayed> replayed,
      Map<String, Long> stripped) {

    public Intake(
        String request,
        List<Event> accepted,
        List<QuarantinedEvent> quarantined,
        Map<String, Long> stripped) {
      this(request, accepted, quarantined, List.of(), stripped);
    }

    /** How many events it brought. */
    public int size() {
      return accepted.size() + quarantined.size() + replayed.size();
    }
  }

  /** The journal takes nothing now; the cause says why. */
  class JournalUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
