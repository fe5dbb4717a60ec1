package comms.ingestion;

import comms.ingestion.Journal.Intake;
import comms.ingestion.Journal.JournalUnavailable;
import comms.security.ProjectKeys;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The way in, from a request's JSON to the journal: decode, authenticate, normalise, pseudonymise,
 * validate, journal. When a receipt comes back, everything that the request brought is kept,
 * accepted or in quarantine; when a {@link Refusal} does, nothing of it is.
 */
@Service
public class Reception {

  private final CaptureReader reader;
  private final ProjectKeys keys;
  private final KeyRates rates;
  private final Inspection inspection;
  private final Journal journal;
  private final IntakeMeters meters;
  private final Clock clock;

  Reception(
      CaptureReader reader,
      ProjectKeys keys,
      KeyRates rates,
      Inspection inspection,
      Journal journal,
      IntakeMeters meters,
      Clock clock) {
    this.reader = reader;
    this.keys = keys;
    this.rates = rates;
    this.inspection = inspection;
    this.journal = journal;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Takes one request of an SDK.
   *
   * @param body the JSON text, already decompressed
   * @param beside the project key where the JSON names none; asked for when that is read
   * @throws Refusal when the request as a whole is not taken
   */
  public Receipt receive(Reader body, Source source, Supplier<Optional<String>> beside) {
    StrippedProperties stripped = new StrippedProperties();
    Capture capture = reader.read(body, stripped);
    Set<String> keys =
        capture.tokens().isEmpty() ? beside.get().map(Set::of).orElse(Set.of()) : capture.tokens();
    admit(keys, capture.events().size());
    return keep(capture.events(), capture.sentAt(), source, stripped);
  }

  /**
   * Takes one request whose project key was authenticated before, whatever its JSON says.
   *
   * @param sentAt the sender's clock at sending, as said beside the JSON
   * @return what became of each event, in their order
   * @throws Refusal when the request as a whole is not taken
   */
  public List<Kept> receive(String key, Reader body, Source source, Optional<String> sentAt) {
    StrippedProperties stripped = new StrippedProperties();
    Capture capture = reader.read(body, stripped);
    rates.take(key, capture.events().size());
    Optional<Instant> clock =
        sentAt
            .flatMap(text -> SenderTime.parse(JsonNodeFactory.instance.stringNode(text)))
            .or(capture::sentAt);
    return keep(capture.events(), clock, source, stripped).events();
  }

  /**
   * Lets in events that another module reads, by their project key.
   *
   * @param tokens the different project keys that the request names; one is right
   * @throws Refusal when the key is not accepted or sends too much
   */
  public void admit(Set<String> tokens, int events) {
    authenticate(tokens);
    rates.take(tokens.iterator().next(), events);
  }

  /**
   * Checks a request that must name a known key before it is read.
   *
   * @return the key
   * @throws Refusal when it names none or another
   */
  public String authenticate(Optional<String> key) {
    authenticate(key.map(Set::of).orElse(Set.of()));
    return key.orElseThrow();
  }

  /** Checks a request that must name exactly one known key. */
  void authenticate(Set<String> tokens) {
    if (tokens.size() != 1) {
      throw new Refusal(
          Refusal.Kind.UNAUTHENTICATED,
          tokens.isEmpty()
              ? "The request names no project key; send it as api_key."
              : "The request names several project keys; send one request for each.");
    }
    if (!keys.accepts(tokens.iterator().next())) {
      throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "The project key is unknown.");
    }
  }

  /**
   * Takes events that another module has read and authenticated through the remaining steps.
   *
   * @throws Refusal when they cannot be kept now; then none of them is
   */
  public Receipt keep(List<RawEvent> events, Source source) {
    return keep(events, Optional.empty(), source, new StrippedProperties());
  }

  /** Takes events that are read and authenticated through the remaining steps. */
  Receipt keep(
      List<RawEvent> events, Optional<Instant> sentAt, Source source, StrippedProperties stripped) {
    Delivery delivery =
        new Delivery(source, clock.instant().truncatedTo(ChronoUnit.MILLIS), sentAt);
    List<Kept> kept = new ArrayList<>(events.size());
    Intake intake = inspect(events, delivery, stripped, kept);
    append(intake);
    meters.kept(intake);
    return new Receipt(intake.accepted().size(), intake.quarantined().size(), kept);
  }

  private Intake inspect(
      List<RawEvent> events, Delivery delivery, StrippedProperties stripped, List<Kept> kept) {
    String request = UUID.randomUUID().toString();
    Precedence precedence = new Precedence(delivery.receivedAt(), RandomGenerator.getDefault());
    List<Event> accepted = new ArrayList<>(events.size());
    List<QuarantinedEvent> quarantined = new ArrayList<>();
    for (RawEvent raw : events) {
      switch (inspection.inspect(raw, delivery, request, stripped, precedence)) {
        case Verdict.Accepted(Event event) -> {
          accepted.add(event);
          kept.add(new Kept(raw.uuid(), Optional.empty(), ""));
        }
        case Verdict.Quarantined(QuarantinedEvent event) -> {
          quarantined.add(event);
          kept.add(new Kept(raw.uuid(), Optional.of(event.reason()), event.property()));
        }
      }
    }
    return new Intake(request, accepted, quarantined, stripped.byName());
  }

  private void append(Intake intake) {
    try {
      journal.append(intake);
    } catch (JournalUnavailable e) {
      throw new Refusal(
          Refusal.Kind.UNAVAILABLE, "Events cannot be stored now; please send them again.", e);
    }
  }

  /**
   * What became of the events of a request.
   *
   * @param accepted how many were accepted
   * @param quarantined how many went to quarantine
   * @param events each of them, in their order
   */
  public record Receipt(int accepted, int quarantined, List<Kept> events) {}

  /**
   * What became of one event.
   *
   * @param uuid as the sender named it, empty where it did not
   * @param reason why it is in quarantine, empty where it was accepted
   * @param property the property at fault, empty where it is none
   */
  public record Kept(String uuid, Optional<QuarantineReason> reason, String property) {}
}
