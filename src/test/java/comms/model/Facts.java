package comms.model;

import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_STARTED;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the accepted events say, with the ways from one to another. */
final class Facts {

  private final Map<EventName, List<KnownEvent>> byName;
  private final Map<String, KnownEvent> byKey;

  Facts(List<KnownEvent> accepted) {
    byName = accepted.stream().collect(Collectors.groupingBy(KnownEvent::name));
    byKey = accepted.stream().collect(Collectors.toMap(KnownEvent::key, Function.identity()));
  }

  List<KnownEvent> all(EventName name) {
    return byName.getOrDefault(name, List.of());
  }

  Optional<KnownEvent> the(EventName name, String id) {
    return Optional.ofNullable(byKey.get(name.wireName() + ":" + id));
  }

  /** The value of that event's property, empty when there is no such event or value. */
  String text(EventName name, String id, Property property) {
    return the(name, id).map(event -> event.text(property)).orElse("");
  }

  /** The messages that people wrote: all but the system's notes. */
  List<KnownEvent> messages() {
    return all(CHAT_MESSAGE_SENT).stream()
        .filter(message -> !message.text(Property.MESSAGE_KIND).equals("system"))
        .toList();
  }

  /** The contracts that the thread belongs to. */
  Set<String> contractsOf(String thread) {
    Set<String> contracts = new TreeSet<>();
    for (EventName link : List.of(CHAT_THREAD_CREATED, CONTRACT_STARTED)) {
      all(link).stream()
          .filter(event -> event.thread().equals(thread) && !event.contract().isEmpty())
          .forEach(event -> contracts.add(event.contract()));
    }
    return contracts;
  }
}
