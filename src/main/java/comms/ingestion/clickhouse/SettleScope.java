package comms.ingestion.clickhouse;

import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;
import static comms.catalog.Property.THREAD_ID;

import comms.catalog.EventName;
import comms.ingestion.Event;
import comms.ingestion.Replayed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
   * @param ready to be stored
   * @param held to be held in quarantine
   */
  record Settled(List<Incoming> ready, List<Incoming> held) {}

  /** What was held once stays so here, though its contract is known by now; see released. */
  Settled settle(List<Incoming> incoming) {
    Set<String> disputes = disputesWithoutScope(incoming);
    Map<String, String> contracts = contractsStored(disputes);
    contracts.putAll(contractsNamedIn(incoming));
    disputes.retainAll(contracts.keySet());
    Set<String> heldBefore = heldEvents.everAwaiting(disputes);
    List<Incoming> ready = new ArrayList<>();
    List<Incoming> held = new ArrayList<>();
    for (Incoming one : incoming) {
      String contract = contracts.get(one.event().text(DISPUTE_ID));
      if (hasScope(one.event())) {
        ready.add(one);
      } else if (contract != null
          && !heldBefore.contains(heldEvents.awaitingContract(one.event()).id())) {
        ready.add(one.ofContract(contract));
      } else {
        held.add(one);
      }
    }
    return new Settled(ready, held);
  }

  /**
   * The held events of these disputes that can be stored by now. It is asked after a batch is
   * stored and its own events are held: of two nodes, of which one brings the contract and the
   * other the event without one, the later then sees both.
   */
  List<Incoming> released(Collection<String> disputes) {
    List<Replayed> held = heldEvents.awaiting(disputes);
    Map<String, String> contracts =
        contractsStored(
            held.stream().map(one -> one.event().text(DISPUTE_ID)).collect(Collectors.toSet()));
    List<Incoming> released = new ArrayList<>();
    for (Replayed one : held) {
      String contract = contracts.get(one.event().text(DISPUTE_ID));
      if (contract != null) {
        released.add(Incoming.of(one).ofContract(contract));
      }
    }
    return released;
  }

  private static Map<String, String> contractsNamedIn(List<Incoming> incoming) {
    Map<String, String> contracts = new HashMap<>();
    for (Incoming one : incoming) {
      Event event = one.event();
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

  private static Set<String> disputesWithoutScope(List<Incoming> incoming) {
    return incoming.stream()
        .map(Incoming::event)
        .filter(event -> !hasScope(event))
        .map(event -> event.text(DISPUTE_ID))
        .collect(Collectors.toCollection(HashSet::new));
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
