package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final String TIME = "2025-05-01T10:00:00Z";

  private final Inbox inbox = new Inbox();

  @Test
  void countsOneThingOnceHoweverItsIdIsSpelled() {
    Sent closed = Sent.event("contract_closed", TIME);
    receive(
        closed.with("contract_id", 17),
        closed.with("contract_id", " 17 "),
        closed.with("contract_id", "6F9619FF-8B86-D011-B42D-00CF4FC964FF"),
        closed.with("contract_id", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        closed.with("contract_id", "caf\u00e9"),
        closed.with("contract_id", "cafe\u0301"));
    assertThat(inbox.accepted())
        .extracting(KnownEvent::key)
        .containsExactly(
            "contract_closed:17",
            "contract_closed:6f9619ff-8b86-d011-b42d-00cf4fc964ff",
            "contract_closed:caf\u00e9");
    assertThat(inbox.duplicates()).isEqualTo(3);
  }

  @Test
  void theFirstOfSeveralCopiesWins() {
    Sent nps =
        Sent.event("dispute_nps_submitted", TIME)
            .with("dispute_id", "d1")
            .with("contract_id", "c1")
            .with("role", "client");
    receive(nps.with("score", 3), nps.with("score", 10));
    assertThat(inbox.accepted())
        .singleElement()
        .extracting(e -> e.number(Property.SCORE))
        .isEqualTo(3.0);
  }

  @Test
  void retriesAndStatesAreEventsOfTheirOwn() {
    Sent failed =
        Sent.event("notification_delivery_failed", TIME)
            .with("notification_id", "n1")
            .with("channel", "web push")
            .with("contract_id", "c1");
    Sent state =
        Sent.event("dispute_state_updated", TIME)
            .with("dispute_id", "d1")
            .with("contract_id", "c1")
            .with("state", "review");
    receive(
        failed,
        failed.with("retry_count", 0),
        failed.with("retry_count", 1),
        state,
        state.field("timestamp", "2025-05-01T10:00:00.900Z"),
        state.field("timestamp", "2025-05-01T10:00:01Z"));
    assertThat(inbox.accepted())
        .extracting(KnownEvent::key)
        .containsExactly(
            "notification_delivery_failed:n1:0",
            "notification_delivery_failed:n1:1",
            "dispute_state_updated:d1:review:1746093600",
            "dispute_state_updated:d1:review:1746093601");
    assertThat(inbox.accepted().getFirst().text(Property.CHANNEL)).isEqualTo("web_push");
  }

  @Test
  void disputeEventsGetTheContractOfTheirOpeningBeforeAndAfterIt() {
    Sent state =
        Sent.event("dispute_state_updated", TIME).with("dispute_id", "d1").with("state", "review");
    receive(state);
    assertThat(inbox.accepted()).isEmpty();
    assertThat(inbox.quarantined())
        .containsExactly(new Verdict.Refused("dispute_state_updated", "missing_scope", ""));
    receive(
        Sent.event("dispute_opened", TIME).with("dispute_id", "d1").with("contract_id", "c1"),
        state.with("state", "done"));
    assertThat(inbox.accepted()).hasSize(3).allMatch(event -> event.contract().equals("c1"));
    assertThat(inbox.quarantined()).isEmpty();
  }

  @Test
  void correctsTheSendersClockButNotTheKey() {
    Sent opened = Sent.event("ws_connection_opened", TIME).with("client_id", "x");
    inbox.receive(List.of(opened.json()), NOW.minusSeconds(3600), NOW);
    KnownEvent event = inbox.accepted().getFirst();
    assertThat(event.time()).isEqualTo(Instant.parse("2025-05-01T11:00:00Z"));
    assertThat(event.key()).isEqualTo("ws_connection_opened:x:1746093600000");
  }

  @Test
  void anOffsetCountsBackFromTheArrival() {
    Sent closed =
        Sent.event("contract_closed", TIME).field("timestamp", null).with("contract_id", "c");
    inbox.receive(List.of(closed.field("offset", 2500).json()), null, NOW);
    assertThat(inbox.accepted().getFirst().time()).isEqualTo(NOW.minusMillis(2500));
  }

  @Test
  void wrongClocksMakeTheSameEventsWheneverTheyAreSent() {
    assertThat(timesOf(NOW)).isEqualTo(timesOf(NOW.plusSeconds(86_400))).isNotEmpty();
  }

  /** Minutes of what wrong clocks sent, without what they sent from the future. */
  private static List<String> timesOf(Instant now) {
    Inbox inbox = new Inbox();
    for (Delivery delivery : new WrongClocks(3, now).deliveries()) {
      inbox.receive(delivery.elements(), delivery.sentAt(), now);
    }
    assertThat(inbox.quarantined()).isEmpty();
    return inbox.accepted().stream()
        .filter(event -> !event.time().equals(now))
        .map(event -> event.name() + " " + event.time())
        .sorted()
        .toList();
  }

  @Test
  void whatLiesInTheFutureHappensNow() {
    assertThat(timeOf(NOW.plusSeconds(301))).isEqualTo(NOW);
    assertThat(timeOf(NOW.plusSeconds(300))).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void everyKindOfRubbishHasItsReason() {
    inbox.receive(Rubbish.elements(new Chance(1), "text"), null, NOW);
    assertThat(inbox.accepted()).isEmpty();
    assertThat(inbox.quarantined())
        .extracting(refused -> refused.reason() + " " + refused.property())
        .containsExactlyInAnyOrder(
            "malformed ",
            "malformed ",
            "unknown_event ",
            "missing_property message_id",
            "missing_property thread_id",
            "invalid_value sender_role",
            "invalid_value message_kind",
            "invalid_value first_response",
            "invalid_value first_reply_latency_sec",
            "invalid_timestamp timestamp",
            "invalid_timestamp timestamp",
            "missing_scope ",
            "missing_scope ",
            "missing_property channel",
            "invalid_value score",
            "invalid_value score",
            "missing_scope ",
            "missing_property contract_id",
            "invalid_value resolution");
  }

  private Instant timeOf(Instant sent) {
    Inbox other = new Inbox();
    other.receive(
        List.of(Sent.event("contract_closed", sent).with("contract_id", "c").json()), null, NOW);
    return other.accepted().getFirst().time();
  }

  private void receive(Sent... events) {
    for (Sent event : events) {
      inbox.receive(List.of(event.json()), null, NOW);
    }
  }
}
