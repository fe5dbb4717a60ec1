package comms.model;

import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_STARTED;

import comms.catalog.Dimension;
import comms.catalog.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** chat-to-contract. */
final class ChatToContract implements Formula {

  private final Counted cohort;
  private final Map<String, Chat> chats;

  ChatToContract(Facts facts, Question question) {
    List<KnownEvent> threads =
        facts.all(CHAT_THREAD_CREATED).stream()
            .filter(thread -> thread.text(Property.THREAD_TYPE).equals("order"))
            .toList();
    cohort = new Counted(threads.stream().map(ChatToContract::item).toList(), question);
    Map<String, List<KnownEvent>> messages =
        facts.messages().stream().collect(Collectors.groupingBy(KnownEvent::thread));
    Map<String, List<KnownEvent>> contracts =
        facts.all(CONTRACT_STARTED).stream().collect(Collectors.groupingBy(KnownEvent::thread));
    chats =
        threads.stream()
            .map(
                thread ->
                    Chat.of(
                        thread,
                        messages.getOrDefault(thread.thread(), List.of()),
                        contracts.getOrDefault(thread.thread(), List.of()),
                        question.window()))
            .collect(Collectors.toMap(Chat::thread, Function.identity()));
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
    List<Chat> threads =
        cohort.in(key, span).map(item -> chats.get(item.id())).map(Chat.class::cast).toList();
    double step1 = threads.size();
    double step2 =
        threads.stream()
            .filter(chat -> chat.discussed() != null || chat.contract() != null)
            .count();
    double step3 = threads.stream().filter(chat -> chat.contract() != null).count();
    return switch (stat) {
      case "value" -> Figure.ratio(step3, step1);
      case "step1" -> new Figure(step1, step1, step1, step1);
      case "step2" ->
          new Figure(step2, step2, step1, step1)
              .with("median_step_sec", median(threads, Chat::toDiscussed));
      case "step3" ->
          new Figure(step3, step3, step1, step1)
              .with("median_step_sec", median(threads, Chat::toContract));
      default -> throw new IllegalArgumentException("no such stat: " + stat);
    };
  }

  private static @Nullable Double median(
      List<Chat> threads, Function<Chat, @Nullable Double> step) {
    double[] sorted =
        threads.stream()
            .flatMapToDouble(
                chat -> {
                  Double seconds = step.apply(chat);
                  return seconds == null ? DoubleStream.empty() : DoubleStream.of(seconds);
                })
            .sorted()
            .toArray();
    return Percentiles.figure("p50", sorted).value();
  }

  private static Item item(KnownEvent thread) {
    return Item.of(thread.thread(), thread.time())
        .with(Dimension.INITIATOR_ROLE, thread.text(Property.INITIATOR_ROLE));
  }

  /**
   * A thread's way through the funnel.
   *
   * @param discussed when a second role wrote, null when none did in time
   * @param contract when the contract started, null when none did in time
   */
  private record Chat(
      String thread, Instant created, @Nullable Instant discussed, @Nullable Instant contract) {

    static Chat of(
        KnownEvent thread,
        List<KnownEvent> messages,
        List<KnownEvent> contracts,
        @Nullable Integer window) {
      Instant end =
          window == null ? Instant.MAX : thread.time().plus(Duration.ofDays(window.longValue()));
      Map<String, Instant> firstOfRole = new HashMap<>();
      for (KnownEvent message : messages) {
        firstOfRole.merge(
            message.text(Property.SENDER_ROLE), message.time(), (a, b) -> a.isBefore(b) ? a : b);
      }
      Instant discussed = firstOfRole.values().stream().sorted().skip(1).findFirst().orElse(null);
      Instant contract =
          contracts.stream()
              .map(KnownEvent::time)
              .filter(time -> !time.isBefore(thread.time()))
              .min(Instant::compareTo)
              .orElse(null);
      return new Chat(
          thread.thread(), thread.time(), notAfter(end, discussed), notAfter(end, contract));
    }

    private static @Nullable Instant notAfter(Instant end, @Nullable Instant time) {
      return time == null || time.isAfter(end) ? null : time;
    }

    @Nullable Double toDiscussed() {
      return discussed == null ? null : seconds(created, discussed);
    }

    @Nullable Double toContract() {
      return discussed == null || contract == null || contract.isBefore(discussed)
          ? null
          : seconds(discussed, contract);
    }

    private static double seconds(Instant from, Instant to) {
      return Duration.between(from, to).toMillis() / 1000.0;
    }
  }
}
