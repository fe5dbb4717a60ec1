package comms.model;

import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.CONTRACT_STARTED;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** contact-share. */
final class ContactShare implements Formula {

  private final Facts facts;
  private final Map<String, Instant> firstContact = new HashMap<>();

  ContactShare(Facts facts) {
    this.facts = facts;
    for (KnownEvent message : facts.messages()) {
      if (!message.contract().isEmpty()) {
        contact(message.contract(), message.time());
      }
      facts.contractsOf(message.thread()).forEach(contract -> contact(contract, message.time()));
    }
  }

  @Override
  public List<String> stats() {
    return List.of("value");
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    return Set.of(Map.of());
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    List<String> active =
        facts.all(CONTRACT_STARTED).stream()
            .filter(started -> started.time().isBefore(span.to()))
            .map(KnownEvent::contract)
            .filter(contract -> !closedBefore(contract, span.from()))
            .toList();
    long contacted =
        active.stream().filter(contract -> contactedBefore(contract, span.to())).count();
    return Figure.ratio(contacted, active.size());
  }

  private boolean contactedBefore(String contract, Instant time) {
    Instant first = firstContact.get(contract);
    return first != null && first.isBefore(time);
  }

  private boolean closedBefore(String contract, Instant time) {
    return facts
        .the(CONTRACT_CLOSED, contract)
        .map(closed -> closed.time().isBefore(time))
        .orElse(false);
  }

  private void contact(String contract, Instant time) {
    firstContact.merge(contract, time, (a, b) -> a.isBefore(b) ? a : b);
  }
}
