package comms.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What could not be accepted. Reasons are given by their wire names, events by their names; empty
 * stands for all. Every question throws a {@link org.springframework.dao.DataAccessException} when
 * the store does not answer.
 */
public interface Quarantine {

  /** What lies there now, newest first. */
  Page list(String reason, String event, int limit, int offset);

  /** What came before that one, newest first, whatever has been refused since it was found. */
  List<Item> before(Item item, String reason, String event, int limit);

  /** One event. */
  Optional<Item> find(String id);

  /** The oldest of what lies there, oldest first. */
  List<Item> oldest(String reason, String event, int limit);

  /** What came after that one, oldest first. */
  List<Item> after(Item item, String reason, String event, int limit);

  /** How many events lie there for each reason and event name, most first. */
  List<Group> groups();

  /**
   * A page of it.
   *
   * @param total how many there are on all pages
   */
  record Page(long total, List<Item> items) {}

  /** Events that lie there for the same reason. */
  record Group(String reason, String event, long count) {}

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
