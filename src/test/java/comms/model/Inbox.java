package comms.model;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything sent so far, sorted into accepted, duplicates and quarantined. */
final class Inbox {

  private final Map<String, KnownEvent> accepted = new LinkedHashMap<>();
  private final Map<String, String> contractOfDispute = new HashMap<>();
  private final List<Verdict.Awaiting> awaiting = new ArrayList<>();
  private final List<Verdict.Refused> refused = new ArrayList<>();
  private int sent;
  private int duplicates;

  /** Takes a request's elements in their order. */
  void receive(List<?> batch, @Nullable Instant sentAt, Instant receivedAt) {
    for (Object element : batch) {
      sent++;
      switch (Reader.read(element, sentAt, receivedAt)) {
        case Verdict.Fit fit -> accept(fit.event());
        case Verdict.Awaiting waiting -> await(waiting);
        case Verdict.Refused no -> refused.add(no);
      }
    }
  }

  /** What counts in the metrics, each key once: of several copies the first accepted. */
  List<KnownEvent> accepted() {
    return List.copyOf(accepted.values());
  }

  /** What lies in quarantine; an event of a dispute that is still unknown is there, too. */
  List<Verdict.Refused> quarantined() {
    List<Verdict.Refused> all = new ArrayList<>(refused);
    for (Verdict.Awaiting waiting : awaiting) {
      all.add(new Verdict.Refused(waiting.event().name().wireName(), "missing_scope", ""));
    }
    return all;
  }

  /** How many were refused for that reason as they came; those that wait are not among them. */
  long refused(String reason) {
    return refused.stream().filter(event -> event.reason().equals(reason)).count();
  }

  int sent() {
    return sent;
  }

  int duplicates() {
    return duplicates;
  }

  private void await(Verdict.Awaiting waiting) {
    String contract = contractOfDispute.get(waiting.dispute());
    if (contract == null) {
      awaiting.add(waiting);
    } else {
      accept(waiting.event().withContract(contract));
    }
  }

  private void accept(KnownEvent event) {
    if (accepted.putIfAbsent(event.key(), event) != null) {
      duplicates++;
    } else if (event.is(EventName.DISPUTE_OPENED)) {
      String dispute = event.text(Property.DISPUTE_ID);
      contractOfDispute.put(dispute, event.contract());
      List<Verdict.Awaiting> released =
          awaiting.stream().filter(waiting -> waiting.dispute().equals(dispute)).toList();
      awaiting.removeAll(released);
      released.forEach(waiting -> accept(waiting.event().withContract(event.contract())));
    }
  }
}
