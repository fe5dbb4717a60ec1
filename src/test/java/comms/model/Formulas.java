package comms.model;

import static comms.catalog.EventName.CHAT_MESSAGE_DELIVERED;
import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.DISPUTE_NPS_SUBMITTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_FAILED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_SCHEDULED;
import static comms.catalog.EventName.NOTIFICATION_DROPPED;

import comms.catalog.Dimension;
import comms.catalog.EventName;
import comms.catalog.Property;
import java.util.List;
import java.util.function.UnaryOperator;

/** The definitions of the metrics that are worked out from events. */
final class Formulas {

  private final Facts facts;
  private final Question question;

  private Formulas(Facts facts, Question question) {
    this.facts = facts;
    this.question = question;
  }

  static Formula of(Facts facts, Question question) {
    Formulas formulas = new Formulas(facts, question);
    return switch (question.metric()) {
      case CONTACT_SHARE -> new ContactShare(facts);
      case CHAT_TO_CONTRACT -> new ChatToContract(facts, question);
      case FIRST_RESPONSE_TIME ->
          new Sample(new Counted(new Replies(facts).items(question.everyReply()), question));
      case DISPUTE_RATE -> formulas.disputeRate();
      case DISPUTE_OUTCOMES -> formulas.disputeOutcomes();
      case DISPUTE_NPS -> formulas.disputeNps();
      case WS_LATENCY -> formulas.deliveryLatency();
      case DELIVERY_FAILURES ->
          formulas.delivery(
              NOTIFICATION_DELIVERY_FAILED,
              Dimension.ERROR_CODE,
              Property.ERROR_CODE,
              List.of("attempts"));
      case DELIVERY_DROPS ->
          formulas.delivery(
              NOTIFICATION_DROPPED, Dimension.DROP_REASON, Property.DROP_REASON, List.of());
      case WS_RECONNECTS ->
          throw new IllegalArgumentException("ws-reconnects is not worked out from events");
    };
  }

  private Formula disputeRate() {
    return new Share(
        counted(
            DISPUTE_OPENED,
            Property.CONTRACT_ID,
            opened ->
                opened
                    .with(Dimension.INITIATOR_ROLE, Property.INITIATOR_ROLE)
                    .with(Dimension.REASON_CATEGORY, Property.REASON_CATEGORY)),
        counted(CONTRACT_CLOSED, Property.CONTRACT_ID, UnaryOperator.identity()),
        List.of());
  }

  private Formula disputeOutcomes() {
    return new Outcomes(
        counted(
            DISPUTE_RESOLVED,
            Property.DISPUTE_ID,
            resolved ->
                resolved
                    .with(Dimension.RESOLUTION, Property.RESOLUTION)
                    .with(Dimension.INITIATOR_ROLE, DISPUTE_OPENED, Property.INITIATOR_ROLE)
                    .with(Dimension.REASON_CATEGORY, DISPUTE_OPENED, Property.REASON_CATEGORY)));
  }

  private Formula disputeNps() {
    return new PromoterScore(
        counted(
            DISPUTE_NPS_SUBMITTED,
            Property.DISPUTE_ID,
            response ->
                response
                    .with(Dimension.ROLE, Property.ROLE)
                    .with(Dimension.INITIATOR_ROLE, DISPUTE_OPENED, Property.INITIATOR_ROLE)
                    .with(Dimension.RESOLUTION, DISPUTE_RESOLVED, Property.RESOLUTION)
                    .valued(Property.SCORE)),
        counted(
            DISPUTE_RESOLVED,
            Property.DISPUTE_ID,
            resolved ->
                resolved
                    .with(Dimension.RESOLUTION, Property.RESOLUTION)
                    .with(Dimension.INITIATOR_ROLE, DISPUTE_OPENED, Property.INITIATOR_ROLE)));
  }

  private Formula deliveryLatency() {
    return new Sample(
        counted(
            CHAT_MESSAGE_DELIVERED,
            Property.MESSAGE_ID,
            delivered ->
                delivered
                    .with(Dimension.DELIVERY_CHANNEL, Property.DELIVERY_CHANNEL)
                    .valued(Property.DELIVERY_LATENCY_MS)));
  }

  private Formula delivery(
      EventName outcome, Dimension cause, Property causeProperty, List<String> beside) {
    return new Share(
        counted(
            outcome,
            Property.NOTIFICATION_ID,
            failed ->
                failed
                    .with(Dimension.CHANNEL, Property.CHANNEL)
                    .with(cause, causeProperty)
                    .with(Dimension.TEMPLATE, NOTIFICATION_DELIVERY_SCHEDULED, Property.TEMPLATE)),
        counted(
            NOTIFICATION_DELIVERY_SCHEDULED,
            Property.NOTIFICATION_ID,
            scheduled ->
                scheduled
                    .with(Dimension.CHANNEL, Property.CHANNEL)
                    .with(Dimension.TEMPLATE, Property.TEMPLATE)),
        beside);
  }

  private Counted counted(EventName name, Property id, UnaryOperator<Draft> described) {
    return new Counted(
        facts.all(name).stream()
            .map(
                event ->
                    described.apply(new Draft(event, Item.of(event.text(id), event.time()))).item())
            .toList(),
        question);
  }

  /** An item in the making, from its event and the events about the same thing. */
  private final class Draft {
    private final KnownEvent event;
    private final Item item;

    Draft(KnownEvent event, Item item) {
      this.event = event;
      this.item = item;
    }

    Item item() {
      return item;
    }

    Draft with(Dimension dimension, Property property) {
      return new Draft(event, item.with(dimension, event.text(property)));
    }

    /** The property of another event about the thing of the same id. */
    Draft with(Dimension dimension, EventName other, Property property) {
      Property id = event.name().ofDispute() ? Property.DISPUTE_ID : Property.NOTIFICATION_ID;
      return new Draft(event, item.with(dimension, facts.text(other, event.text(id), property)));
    }

    Draft valued(Property property) {
      Double number = event.number(property);
      return number == null ? this : new Draft(event, item.with(number));
    }
  }
}
