package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An event as sent, reduced to what the catalog knows; everything else, message text included, was
 * skipped while reading.
 *
 * @param readable false where the element was no event object, had no name or was too long
 * @param uuid what the sender calls it, empty where it does not; it is answered with, not kept
 * @param event the name as sent, cut to 100 characters
 * @param timestamp as sent, a missing node where there is none
 * @param offset milliseconds before sending, as sent; a missing node where there is none
 * @param ignoreSentAt whether the sender asks for no clock correction
 * @param browser whether the browser SDK sent it
 * @param token the project key inside the event
 */
public record RawEvent(
    boolean readable,
    String uuid,
    String event,
    String distinctId,
    JsonNode timestamp,
    JsonNode offset,
    boolean ignoreSentAt,
    boolean browser,
    Optional<String> token,
    Map<Property, JsonNode> values) {

  private static final JsonNode MISSING = MissingNode.getInstance();

  /**
   * An event that another module has made out of what somebody sent.
   *
   * @param timestamp as sent, a missing node where there is none
   * @param values as sent; they are checked like everything else
   */
  public static RawEvent of(EventName event, JsonNode timestamp, Map<Property, JsonNode> values) {
    return new RawEvent(
        true,
        "",
        event.wireName(),
        "",
        timestamp,
        MISSING,
        false,
        false,
        Optional.empty(),
        Map.copyOf(values));
  }

  /** What stands for something that cannot be read as an event; it goes to quarantine. */
  public static RawEvent unreadable() {
    return new RawEvent(
        false, "", "", "", MISSING, MISSING, false, false, Optional.empty(), Map.of());
  }
}
