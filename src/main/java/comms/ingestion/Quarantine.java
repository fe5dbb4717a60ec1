package comms.ingestion;

import java.time.Instant;
import java.util.List;

/** Shows what could not be accepted. */
public interface Quarantine {

  /**
   * What lies there now, newest first.
   *
   * @param reason a reason's wire name, or empty for all
   * @param event an event name, or empty for all
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  Page list(String reason, String event, int limit, int offset);

  /**
   * A page of it.
   *
   * @param total how many there are on all pages
   */
  record Page(long total, List<Item> items) {}

  /**
   * An event in quarantine.
   *
   * @param property the property at fault, or empty
   * @param content the event as JSON, pseudonymised
   */
  record Item(
      String id,
      Instant receivedAt,
      String request,
      String event,
      String reason,
      String property,
      String content) {}
}
