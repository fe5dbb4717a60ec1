package comms.model;

import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_STARTED;

import comms.catalog.Dimension;
import comms.catalog.Property;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** chat-to-contract. */
final class ChatToContract implements Formula {

  private final Counted cohort;
  private final Set<String> discussed = new HashSet<>();
  private final Set<String> contracted;

  ChatToContract(Facts facts, Question question) {
    List<KnownEvent> threads =
        facts.all(CHAT_THREAD_CREATED).stream()
            .filter(thread -> thread.text(Property.THREAD_TYPE).equals("order"))
            .toList();
    cohort = new Counted(threads.stream().map(ChatToContract::item).toList(), question);
    contracted =
        threads.stream()
            .filter(
                thread ->
                    facts.all(CONTRACT_STARTED).stream()
                        .anyMatch(
                            started ->
                                started.thread().equals(thread.thread())
                                    && !started.time().isBefore(thread.time())))
            .map(KnownEvent::thread)
            .collect(Collectors.toSet());
    discussed.addAll(contracted);
    Map<String, Set<String>> roles = new HashMap<>();
    for (KnownEvent message : facts.messages()) {
      roles
          .computeIfAbsent(message.thread(), thread -> new HashSet<>())
          .add(message.text(Property.SENDER_ROLE));
    }
    roles.forEach(
        (thread, those) -> {
          if (those.size() >= 2) {
            discussed.add(thread);
          }
        });
  }

  @Override
  public List<String> stats() {
    return List.of("value", "step1", "step2", "step3");
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    return cohort.keys(span);
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    List<String> threads = cohort.in(key, span).map(Item::id).toList();
    double step1 = threads.size();
    double step2 = threads.stream().filter(discussed::contains).count();
    double step3 = threads.stream().filter(contracted::contains).count();
    return switch (stat) {
      case "value" -> Figure.ratio(step3, step1);
      case "step1" -> new Figure(step1, step1, step1, step1);
      case "step2" -> new Figure(step2, step2, step1, step1);
      case "step3" -> new Figure(step3, step3, step1, step1);
      default -> throw new IllegalArgumentException("no such stat: " + stat);
    };
  }

  private static Item item(KnownEvent thread) {
    return Item.of(thread.thread(), thread.time())
        .with(Dimension.INITIATOR_ROLE, thread.text(Property.INITIATOR_ROLE));
  }
}
