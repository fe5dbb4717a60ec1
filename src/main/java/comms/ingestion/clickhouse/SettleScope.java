package comms.ingestion.clickhouse;

import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;
import static comms.catalog.Property.THREAD_ID;

import comms.catalog.EventName;
import comms.ingestion.Event;
import comms.ingestion.QuarantinedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives dispute events without a contract the contract of their dispute. Where the dispute is not
 * known yet the event is held in quarantine, and released by the write that brings the contract, so
 * that the order in which they arrive makes no difference.
 */
@Component
class SettleScope {

  private final JdbcClient jdbc;
  private final HeldEvents heldEvents;

  SettleScope(@Qualifier("writer") JdbcClient jdbc, HeldEvents heldEvents) {
    this.jdbc = jdbc;
    this.heldEvents = heldEvents;
  }

  /**
   * @param events to be stored, the released ones among them
   * @param quarantined to be held
   * @param released held until now
   */
  record Settled(
      List<Event> events, List<QuarantinedEvent> quarantined, List<HeldEvents.Held> released) {}

  Settled settle(List<Event> incoming) {
    Map<String, String> contracts = contractsNamedIn(incoming);
    List<HeldEvents.Held> released = heldEvents.awaiting(contracts.keySet());
    contracts.putAll(contractsStored(disputesWithoutContract(incoming, contracts.keySet())));

    List<Event> events = new ArrayList<>();
    List<Event> held = new ArrayList<>();
    for (Event event : incoming) {
      String contract = contracts.get(event.text(DISPUTE_ID));
      if (hasScope(event)) {
        events.add(event);
      } else if (contract != null) {
        events.add(event.with(CONTRACT_ID, contract));
      } else {
        held.add(event);
      }
    }
    for (HeldEvents.Held one : released) {
      String contract = contracts.getOrDefault(one.event().text(DISPUTE_ID), "");
      events.add(one.event().with(CONTRACT_ID, contract));
    }
    return new Settled(events, held.stream().map(heldEvents::hold).toList(), released);
  }

  private static Map<String, String> contractsNamedIn(List<Event> events) {
    Map<String, String> contracts = new HashMap<>();
    for (Event event : events) {
      if (event.name().ofDispute() && !event.text(CONTRACT_ID).isEmpty()) {
        if (event.name() == EventName.DISPUTE_OPENED) {
          contracts.put(event.text(DISPUTE_ID), event.text(CONTRACT_ID));
        } else {
          contracts.putIfAbsent(event.text(DISPUTE_ID), event.text(CONTRACT_ID));
        }
      }
    }
    return contracts;
  }

  private static Set<String> disputesWithoutContract(List<Event> events, Set<String> known) {
    return events.stream()
        .filter(event -> !hasScope(event))
        .map(event -> event.text(DISPUTE_ID))
        .filter(dispute -> !known.contains(dispute))
        .collect(Collectors.toSet());
  }

  private Map<String, String> contractsStored(Set<String> disputes) {
    Map<String, String> contracts = new HashMap<>();
    for (List<String> some : Portions.of(disputes)) {
      jdbc.sql(
              """
              SELECT dispute_id, contract_id FROM disputes FINAL
              WHERE dispute_id IN (:disputes) AND contract_id != ''
              """)
          .param("disputes", some)
          .query(
              row -> {
                contracts.put(row.getString(1), row.getString(2));
              });
    }
    return contracts;
  }

  private static boolean hasScope(Event event) {
    return event.name().needsNoScope()
        || !event.text(CONTRACT_ID).isEmpty()
        || !event.text(THREAD_ID).isEmpty();
  }
}
