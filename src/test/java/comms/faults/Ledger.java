package comms.faults;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was sent and what of it was acknowledged, noted outside of the application. */
final class Ledger {

  private final Map<String, SentEvent> sent = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /** Notes events before they are sent: from now on the store may have them. */
  void send(Collection<SentEvent> events) {
    events.forEach(event -> sent.putIfAbsent(event.key(), event));
  }

  /** Notes that the application has answered 200: from now on it owes them. */
  void acknowledge(Collection<SentEvent> events) {
    events.forEach(event -> acknowledged.add(event.key()));
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** The acknowledged events that the store has to have in the end, all but the poison. */
  Set<String> owed() {
    Set<String> owed = new HashSet<>(acknowledged);
    owed.removeIf(key -> sent.get(key).poison());
    return owed;
  }

  /** Those of them that need no other event to be stored. */
  Set<String> owedAtOnce() {
    Set<String> owed = owed();
    owed.removeIf(key -> sent.get(key).mayWait());
    return owed;
  }

  boolean wasSent(String key) {
    return sent.containsKey(key);
  }

  long unanswered() {
    return sent.keySet().stream().filter(key -> !acknowledged.contains(key)).count();
  }

  /** The acknowledged events that belong into quarantine. */
  List<SentEvent> poison() {
    return sent.values().stream()
        .filter(event -> event.poison() && acknowledged.contains(event.key()))
        .toList();
  }

  List<SentEvent> among(Collection<String> keys) {
    return keys.stream().filter(sent::containsKey).map(sent::get).toList();
  }
}
