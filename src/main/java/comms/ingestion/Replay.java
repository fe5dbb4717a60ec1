package comms.ingestion;

import comms.ingestion.Journal.Intake;
import comms.ingestion.Quarantine.Item;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Takes events out of quarantine again, after their sender or the catalog was mended: through the
 * steps from normalising on, with the time of their first arrival, and into the journal. What is
 * still refused stays where it is. What quarantine keeps is pseudonymised already.
 */
@Service
public class Replay {

  private static final int PORTION = 500;
  private static final int MOST_LOST = 100;

  private final EventJson json;
  private final EventFormat format;
  private final CaptureReader reader;
  private final Inspection inspection;
  private final Quarantine quarantine;
  private final Journal journal;
  private final Clock clock;

  Replay(
      EventJson json,
      EventFormat format,
      CaptureReader reader,
      Inspection inspection,
      Quarantine quarantine,
      Journal journal,
      Clock clock) {
    this.json = json;
    this.format = format;
    this.reader = reader;
    this.inspection = inspection;
    this.quarantine = quarantine;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What became of the events.
   *
   * @param replayed how many were journaled again
   * @param refused how many are refused as before
   * @param lost the ids of those among the refused that can never be replayed, because a value that
   *     did not fit was not kept; the first {@value #MOST_LOST}
   */
  public record Outcome(int replayed, int refused, List<String> lost) {

    public static final Outcome NOTHING = new Outcome(0, 0, List.of());

    Outcome plus(Outcome other) {
      return new Outcome(
          replayed + other.replayed,
          refused + other.refused,
          Stream.concat(lost.stream(), other.lost.stream()).limit(MOST_LOST).toList());
    }
  }

  /**
   * Replays one event; none when there is no such event in quarantine.
   *
   * @throws Journal.JournalUnavailable when it cannot be kept now
   */
  public Optional<Outcome> one(String id) {
    return quarantine.find(id).map(item -> replay(List.of(item)));
  }

  /**
   * Replays everything that matches, the oldest first.
   *
   * @param reason a reason's wire name, or empty for all
   * @param event an event name, or empty for all
   * @throws Journal.JournalUnavailable when the rest cannot be kept now
   */
  public Outcome all(String reason, String event) {
    Outcome sum = Outcome.NOTHING;
    List<Item> portion = quarantine.oldest(reason, event, PORTION);
    while (!portion.isEmpty()) {
      sum = sum.plus(replay(portion));
      portion = quarantine.after(portion.getLast(), reason, event, PORTION);
    }
    return sum;
  }

  private Outcome replay(List<Item> items) {
    List<Replayed> replayed = new ArrayList<>();
    Precedence precedence = new Precedence(clock.instant(), RandomGenerator.getDefault());
    for (Item item : items) {
      event(item, precedence)
          .ifPresent(
              event ->
                  replayed.add(
                      new Replayed(
                          item.id(),
                          item.receivedAt(),
                          QuarantineReason.valueOf(item.reason().toUpperCase(Locale.ROOT)),
                          event)));
    }
    if (!replayed.isEmpty()) {
      journal.append(
          new Intake(UUID.randomUUID().toString(), List.of(), List.of(), replayed, Map.of()));
    }
    List<String> lost =
        items.stream().filter(item -> !item.replayable()).map(Item::id).limit(MOST_LOST).toList();
    return new Outcome(replayed.size(), items.size() - replayed.size(), lost);
  }

  /** The event as it can be accepted by today's rules, if it can. */
  private Optional<Event> event(Item item, Precedence precedence) {
    if (!item.replayable()) {
      return Optional.empty();
    }
    JsonNode content = read(item.content());
    if (EventFormat.isComplete(content)) {
      return Optional.of(format.read(content));
    }
    RawEvent raw = reader.readEvent(Slice.of(item.content()), new StrippedProperties());
    Delivery delivery =
        new Delivery(
            Source.valueOf(content.path("source").asString().toUpperCase(Locale.ROOT)),
            item.receivedAt(),
            SenderTime.parse(content.path("sent_at")));
    return inspection.inspectPseudonymised(raw, delivery, item.request(), precedence)
            instanceof Verdict.Accepted(Event event)
        ? Optional.of(event)
        : Optional.empty();
  }

  private JsonNode read(String content) {
    try (JsonParser parser = json.parse(content)) {
      return parser.readValueAsTree();
    }
  }
}
