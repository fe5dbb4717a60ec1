package comms.metrics.clickhouse;

import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.DISPUTE_NPS_SUBMITTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.ingestion.AnEvent.anEvent;

import comms.catalog.Property;
import comms.ingestion.AnEvent;

/** Events of disputes, as the tests of their metrics need them. */
final class Disputes {

  private Disputes() {}

  static AnEvent closed(String contract, String at) {
    return anEvent(CONTRACT_CLOSED).of(Property.CONTRACT_ID, contract).at(at);
  }

  static AnEvent opened(String dispute, String contract, String initiator, String at) {
    return anEvent(DISPUTE_OPENED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.CONTRACT_ID, contract)
        .of(Property.INITIATOR_ROLE, initiator)
        .at(at);
  }

  /** Without a contract: it is that of the dispute's opening. */
  static AnEvent resolved(String dispute, String resolution, String at) {
    return anEvent(DISPUTE_RESOLVED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.RESOLUTION, resolution)
        .at(at);
  }

  static AnEvent answered(String dispute, String role, long score, String at) {
    return anEvent(DISPUTE_NPS_SUBMITTED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.ROLE, role)
        .of(Property.SCORE, score)
        .at(at);
  }
}
