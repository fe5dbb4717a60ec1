package comms.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was sent and what of it was acknowledged, noted outside of the application. */
final class Ledger {

  private final Map<String, SentEvent> sent = new ConcurrentHashMap<>();
  private final Map<String, SentEvent> acknowledged = new ConcurrentHashMap<>();

  /** Notes events before they are sent: from now on the store may have them. */
  void send(Collection<SentEvent> events) {
    events.forEach(event -> sent.putIfAbsent(event.key(), event));
  }

  /** Notes that the application has answered 200: from now on it owes them. */
  void acknowledge(Collection<SentEvent> events) {
    events.forEach(event -> acknowledged.put(event.key(), event));
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** The acknowledged events that the store has to have in the end, all but the poison. */
  Set<String> owed() {
    return acknowledged(event -> !event.poison());
  }

  /** Those of them that need no other event to be stored. */
  Set<String> owedAtOnce() {
    return acknowledged(event -> !event.poison() && !event.mayWait());
  }

  boolean wasSent(String key) {
    return sent.containsKey(key);
  }

  long unanswered() {
    return sent.keySet().stream().filter(key -> !acknowledged.containsKey(key)).count();
  }

  /** The acknowledged events that belong into quarantine. */
  List<SentEvent> poison() {
    return acknowledged.values().stream().filter(SentEvent::poison).toList();
  }

  List<SentEvent> among(Collection<String> keys) {
    return keys.stream().filter(sent::containsKey).map(sent::get).toList();
  }

  private Set<String> acknowledged(Predicate<SentEvent> wanted) {
    return acknowledged.values().stream()
        .filter(wanted)
        .map(SentEvent::key)
        .collect(Collectors.toSet());
  }
}
