package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A normalised event that is not checked yet.
 *
 * @param raw the event as sent
 * @param delivery how it arrived, its {@code sentAt} empty where the sender asks for no correction
 * @param name the event's name, empty where it is none of the catalog's
 * @param sentTime the sender's own time, before any correction
 * @param timestamp when it happened, after clock correction; empty where that cannot be told
 * @param values the values of the event's own properties; of an unknown event those of any property
 */
record Draft(
    RawEvent raw,
    Delivery delivery,
    Optional<EventName> name,
    Optional<Instant> sentTime,
    Optional<Instant> timestamp,
    String distinctId,
    Source source,
    Map<Property, Value> values) {

  Draft withIdentities(String distinctId, Map<Property, Value> values) {
    return new Draft(raw, delivery, name, sentTime, timestamp, distinctId, source, values);
  }
}
