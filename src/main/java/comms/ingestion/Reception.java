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
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;

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
   * @throws Refusal when the request as a whole is not taken
   */
  public Receipt receive(Reader body, Source source) {
    StrippedProperties stripped = new StrippedProperties();
    Capture capture = reader.read(body, stripped);
    admit(capture.tokens(), capture.events().size());
    return keep(capture.events(), capture.sentAt(), source, stripped);
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
    Intake intake = inspect(events, delivery, stripped);
    append(intake);
    meters.kept(intake);
    return new Receipt(intake.accepted().size(), intake.quarantined().size());
  }

  private Intake inspect(List<RawEvent> events, Delivery delivery, StrippedProperties stripped) {
    String request = UUID.randomUUID().toString();
    Precedence precedence = new Precedence(delivery.receivedAt(), RandomGenerator.getDefault());
    List<Event> accepted = new ArrayList<>(events.size());
    List<QuarantinedEvent> quarantined = new ArrayList<>();
    for (RawEvent raw : events) {
      switch (inspection.inspect(raw, delivery, request, stripped, precedence)) {
        case Verdict.Accepted(Event event) -> accepted.add(event);
        case Verdict.Quarantined(QuarantinedEvent event) -> quarantined.add(event);
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

  /** How many events of a request were accepted and how many went to quarantine. */
  public record Receipt(int accepted, int quarantined) {}
}
