package comms.ingestion;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The steps that every single event goes through: normalise, pseudonymise, validate. */
@Component
class Inspection {

  private final Pseudonyms pseudonyms;
  private final QuarantinedContent content;

  Inspection(Pseudonyms pseudonyms, QuarantinedContent content) {
    this.pseudonyms = pseudonyms;
    this.content = content;
  }

  /** Says whether the event may be stored or goes to quarantine. */
  Verdict inspect(
      RawEvent raw,
      Delivery delivery,
      String request,
      StrippedProperties stripped,
      Precedence precedence) {
    Draft draft = Normaliser.normalise(raw, delivery, stripped);
    return validate(pseudonyms.pseudonymise(draft), request, precedence);
  }

  /** The same for an event whose people already have their pseudonyms. */
  Verdict inspectPseudonymised(
      RawEvent raw, Delivery delivery, String request, Precedence precedence) {
    Draft draft = Normaliser.normalise(raw, delivery, new StrippedProperties());
    return validate(draft, request, precedence);
  }

  private Verdict validate(Draft draft, String request, Precedence precedence) {
    Optional<Validator.Fault> fault = Validator.fault(draft);
    return fault.isEmpty()
        ? new Verdict.Accepted(Validator.event(draft, precedence.next()))
        : new Verdict.Quarantined(quarantined(draft, request, fault.get()));
  }

  private QuarantinedEvent quarantined(Draft draft, String request, Validator.Fault fault) {
    return new QuarantinedEvent(
        UUID.randomUUID().toString(),
        request,
        draft.delivery().receivedAt(),
        QuarantinedContent.eventName(draft),
        fault.reason(),
        fault.property(),
        content.of(draft),
        "");
  }
}
