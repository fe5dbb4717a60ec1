package comms.model;

import static comms.catalog.EventName.CHAT_MESSAGE_RECEIVED;
import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.Property.FIRST_REPLY_LATENCY_SEC;
import static comms.catalog.Property.FIRST_RESPONSE;
import static comms.catalog.Property.IN_REPLY_TO;
import static comms.catalog.Property.MESSAGE_ID;
import static comms.catalog.Property.RECIPIENT_ROLE;
import static comms.catalog.Property.SENDER_ROLE;
import static comms.catalog.Property.THREAD_TYPE;

import comms.catalog.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replies with their latencies in seconds, one per message. */
final class Replies {

  private final Facts facts;
  private final List<KnownEvent> messages;

  Replies(Facts facts) {
    this.facts = facts;
    this.messages = facts.messages();
  }

  /** Those whose latency is known; with or without those outside contracts. */
  List<Item> items(boolean everyReply) {
    Set<String> ids = new TreeSet<>();
    facts.all(CHAT_MESSAGE_REPLIED).forEach(reply -> ids.add(reply.text(MESSAGE_ID)));
    facts.all(CHAT_MESSAGE_SENT).stream()
        .filter(message -> message.isTrue(FIRST_RESPONSE))
        .forEach(message -> ids.add(message.text(MESSAGE_ID)));
    List<Item> items = new ArrayList<>();
    for (String id : ids) {
      item(id, everyReply).ifPresent(items::add);
    }
    return items;
  }

  private Optional<Item> item(String id, boolean everyReply) {
    KnownEvent replied = facts.the(CHAT_MESSAGE_REPLIED, id).orElse(null);
    KnownEvent sent =
        facts
            .the(CHAT_MESSAGE_SENT, id)
            .filter(message -> message.isTrue(FIRST_RESPONSE))
            .orElse(null);
    List<KnownEvent> reports = Stream.ofNullable(replied).toList();
    reports = Stream.concat(reports.stream(), Stream.ofNullable(sent)).toList();
    Double latency = latency(replied, sent);
    boolean underContract = reports.stream().anyMatch(this::isUnderContract);
    if (latency == null || !(everyReply || underContract)) {
      return Optional.empty();
    }
    KnownEvent first = reports.getFirst();
    return Optional.of(
        Item.of(id, first.time())
            .with(latency)
            .with(
                Dimension.THREAD_TYPE, facts.text(CHAT_THREAD_CREATED, first.thread(), THREAD_TYPE))
            .with(
                Dimension.SENDER_ROLE,
                reports.stream()
                    .map(report -> report.text(SENDER_ROLE))
                    .filter(role -> !role.isEmpty())
                    .findFirst()
                    .orElse("")));
  }

  private boolean isUnderContract(KnownEvent report) {
    return !report.contract().isEmpty() || !facts.contractsOf(report.thread()).isEmpty();
  }

  private @Nullable Double latency(@Nullable KnownEvent replied, @Nullable KnownEvent sent) {
    for (KnownEvent report : new KnownEvent[] {replied, sent}) {
      Double own = report == null ? null : report.number(FIRST_REPLY_LATENCY_SEC);
      if (own != null) {
        return own;
      }
    }
    Optional<Double> derived = replied == null ? Optional.empty() : sinceReceived(replied);
    if (derived.isEmpty() && sent != null) {
      derived = sinceFirstMessage(sent);
    }
    return derived.orElse(null);
  }

  private Optional<Double> sinceReceived(KnownEvent reply) {
    String named = reply.text(IN_REPLY_TO);
    Optional<KnownEvent> received =
        named.isEmpty()
            ? facts.all(CHAT_MESSAGE_RECEIVED).stream()
                .filter(message -> message.thread().equals(reply.thread()))
                .filter(message -> message.time().isBefore(reply.time()))
                .max((a, b) -> a.time().compareTo(b.time()))
            : facts.the(CHAT_MESSAGE_RECEIVED, named);
    return received.map(message -> seconds(message.time(), reply.time()));
  }

  private Optional<Double> sinceFirstMessage(KnownEvent reply) {
    String role = reply.text(SENDER_ROLE);
    Stream<KnownEvent> written =
        messages.stream().filter(message -> !message.text(SENDER_ROLE).equals(role));
    Stream<KnownEvent> arrived =
        facts.all(CHAT_MESSAGE_RECEIVED).stream()
            .filter(message -> message.text(RECIPIENT_ROLE).equals(role));
    return Stream.concat(written, arrived)
        .filter(message -> message.thread().equals(reply.thread()))
        .map(KnownEvent::time)
        .filter(time -> time.isBefore(reply.time()))
        .min(Instant::compareTo)
        .map(time -> seconds(time, reply.time()));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
