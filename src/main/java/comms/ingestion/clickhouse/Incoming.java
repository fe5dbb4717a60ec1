package comms.ingestion.clickhouse;

import static comms.catalog.Property.CONTRACT_ID;

import comms.ingestion.Event;
import comms.ingestion.Replayed;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to be stored.
 *
 * @param origin where in quarantine it was, null for one that was never there
 */
record Incoming(Event event, @Nullable Replayed origin) {

  static Incoming of(Event event) {
    return new Incoming(event, null);
  }

  static Incoming of(Replayed replayed) {
    return new Incoming(replayed.event(), replayed);
  }

  Incoming ofContract(String contract) {
    return new Incoming(event.with(CONTRACT_ID, contract), origin);
  }
}
