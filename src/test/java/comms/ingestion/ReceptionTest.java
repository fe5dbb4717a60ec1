package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.security.ProjectKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReceptionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

  private final EventJson json = new EventJson(DoorLimits.defaults());
  private final CaptureReader reader = new CaptureReader(json, DoorLimits.defaults());
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1, 2, 3});
  private final Inspection inspection =
      new Inspection(pseudonyms, new QuarantinedContent(json, new UnfitValues(pseudonyms)));
  private final KeptInMemory journal = new KeptInMemory();
  private final QuarantineInMemory quarantine = new QuarantineInMemory();
  private final EventFormat format = new EventFormat(JsonMapper.builder().build());
  private final Replay replay =
      new Replay(
          json,
          format,
          reader,
          inspection,
          quarantine,
          journal,
          Clock.fixed(NOW.plusSeconds(3600), ZoneOffset.UTC));
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Reception reception =
      new Reception(
          reader,
          new ProjectKeys(List.of("phc_a", "phc_b")),
          new KeyRates(DoorLimits.defaults()),
          inspection,
          journal,
          new IntakeMeters(registry),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void acceptsAnEventInItsOneForm() {
    Event event =
        accepted(
            """
            {"event":"chat_message_sent","distinct_id":" U1 ","timestamp":"2026-11-22T11:00:00.5Z",
             "properties":{"message_id":7,"thread_id":" T1 ","sender_role":"client","text":"secret",
             "first_response":true,"first_reply_latency_sec":12,"$lib":"web","channel":"push"}}""");
    assertThat(event.idempotencyKey()).isEqualTo("chat_message_sent:7");
    assertThat(event.timestamp()).isEqualTo("2026-11-22T11:00:00.500Z");
    assertThat(event.receivedAt()).isEqualTo(NOW);
    assertThat(event.distinctId()).isEqualTo(pseudonyms.of("U1")).hasSize(64);
    assertThat(event.source()).isEqualTo(Source.BROWSER);
    assertThat(event.properties())
        .isEqualTo(
            Map.of(
                Property.MESSAGE_ID, "7",
                Property.THREAD_ID, "T1",
                Property.SENDER_ROLE, "client",
                Property.MESSAGE_KIND, "text",
                Property.FIRST_RESPONSE, true,
                Property.FIRST_REPLY_LATENCY_SEC, 12.0));
    assertThat(journal.intakes().getFirst().stripped())
        .isEqualTo(Map.of("text", 1L, "$lib", 1L, "channel", 1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract_started | \"contract_id\":\"c\" | c",
        "chat_message_failed | \"message_id\":\"m\",\"failure_code\":\"x\",\"thread_id\":\"t\" | m:x",
        "chat_message_failed | \"message_id\":\"a:b\",\"failure_code\":\"c\",\"thread_id\":\"t\""
            + " | a\\:b:c",
        "chat_message_failed | \"message_id\":\"a\",\"failure_code\":\"b:c\",\"thread_id\":\"t\""
            + " | a:b:c",
        "chat_thread_archived | \"contract_id\":\"c\",\"thread_id\":\"t\" | t",
        "contract_started | \"contract_id\":\"c:d\" | c:d",
        "chat_thread_archived | \"contract_id\":\"c\" | c",
        "dispute_nps_submitted | \"dispute_id\":\"d\",\"score\":9,\"role\":\"client\" | d:client",
        "dispute_state_updated | \"dispute_id\":\"d\",\"state\":\"open\" | d:open:1795345200",
        "notification_delivery_failed | \"notification_id\":\"n\",\"channel\":\"x\","
            + "\"contract_id\":\"c\" | n:0",
        "notification_delivery_failed | \"notification_id\":\"n\",\"channel\":\"x\","
            + "\"contract_id\":\"c\",\"retry_count\":2 | n:2"
      })
  void makesTheIdFromItsParts(String name, String properties, String id) {
    Event event =
        accepted(
            "{\"event\":\"%s\",\"timestamp\":\"2026-11-22T11:00:00Z\",\"properties\":{%s}}"
                .formatted(name, properties));
    assertThat(event.eventId()).isEqualTo(id);
  }

  @Test
  void theIdOfAConnectionHasThePseudonymAndTheSendersOwnTime() {
    String body =
        """
        {"api_key":"phc_a","sent_at":"2026-11-22T11:00:10Z","batch":[
          {"event":"ws_connection_opened","timestamp":"2026-11-22T11:00:00Z",
           "properties":{"client_id":"dev-1"}}]}""";
    receive(body);
    receive(body.replace("11:00:10Z", "11:30:10Z"));
    assertThat(journal.accepted())
        .extracting(Event::eventId)
        .containsOnly(pseudonyms.of("dev-1") + ":1795345200000");
    assertThat(journal.accepted().getFirst().timestamp()).isEqualTo("2026-11-22T11:59:50.123Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"$pageview\"} | UNKNOWN_EVENT | ''",
        "{\"event\":\"contract_started\"} | MISSING_PROPERTY | contract_id",
        "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"null\"}}"
            + " | MISSING_PROPERTY | contract_id",
        "{\"event\":\"contract_closed\",\"properties\":{\"contract_id\":\"c\",\"reason\":{}}}"
            + " | INVALID_VALUE | reason",
        "{\"event\":\"chat_message_failed\",\"properties\":{\"message_id\":1,"
            + "\"failure_code\":\"x\"}} | MISSING_SCOPE | contract_id",
        "{\"event\":\"dispute_opened\",\"properties\":{\"dispute_id\":1}}"
            + " | MISSING_PROPERTY | contract_id",
        "{\"event\":\"contract_started\",\"timestamp\":\"soon\",\"properties\":"
            + "{\"contract_id\":\"c\"}} | INVALID_TIMESTAMP | timestamp",
        "{\"event\":\"contract_started\",\"timestamp\":\"1999-12-31T23:59:59Z\",\"properties\":"
            + "{\"contract_id\":\"c\"}} | INVALID_TIMESTAMP | timestamp",
        "{\"distinct_id\":\"u\"} | MALFORMED | ''",
        "17 | MALFORMED | ''"
      })
  void quarantinesWithTheReason(String element, QuarantineReason reason, String property) {
    receive("{\"api_key\":\"phc_a\",\"batch\":[%s]}".formatted(element));
    assertThat(journal.quarantined())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.reason()).isEqualTo(reason);
              assertThat(event.property()).isEqualTo(property);
            });
    assertThat(registry.counter("comms.events.quarantined", "reason", reason.wireName()).count())
        .isEqualTo(1);
  }

  @Test
  void validSiblingsOfBadEventsAreAccepted() {
    receive(
        """
        {"api_key":"phc_a","batch":[null,
         {"event":"contract_started","properties":{"contract_id":"c1"},"uuid":"no uuid"},
         {"event":"contract_started","properties":[]},
         {"event":"contract_closed","properties":{"contract_id":"c1"},"type":"capture"}]}""");
    assertThat(journal.accepted()).extracting(Event::eventId).containsExactly("c1", "c1");
    assertThat(journal.quarantined()).hasSize(2);
  }

  @Test
  void theFirstCopyOfABatchWins() {
    String copy = "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"c1\"}}";
    receive("{\"api_key\":\"phc_a\",\"batch\":[%s,%s]}".formatted(copy, copy));
    assertThat(journal.accepted().get(0).precedence())
        .isGreaterThan(journal.accepted().get(1).precedence())
        .isLessThan(new Precedence(NOW.minusMillis(1), () -> 0L).next());
  }

  @Test
  void disputesMayLeaveTheirContractToTheWriter() {
    assertThat(
            accepted(
                    "{\"event\":\"dispute_resolved\",\"properties\":"
                        + "{\"dispute_id\":\"d\",\"resolution\":\"split\",\"sla_bucket\":\"late\"}}")
                .properties())
        .isEqualTo(Map.of(Property.DISPUTE_ID, "d", Property.RESOLUTION, "split"));
  }

  @Test
  void anOffsetCountsBackFromNow() {
    assertThat(
            accepted(
                    "{\"event\":\"contract_started\",\"offset\":570,"
                        + "\"properties\":{\"contract_id\":\"c\"}}")
                .timestamp())
        .isEqualTo(NOW.minusMillis(570));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"distinct_id\":\"u9\"",
        "\"distinct_id\":\"\",\"$distinct_id\":\"u9\"",
        "\"distinct_id\":null,\"properties\":{\"distinct_id\":\"u9\",\"contract_id\":\"c\"}"
      })
  void findsTheActor(String fields) {
    assertThat(
            accepted(
                    "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"c\"},%s}"
                        .formatted(fields))
                .distinctId())
        .isEqualTo(pseudonyms.of("u9"));
  }

  @Test
  void quarantineKeepsNothingInClear() {
    receive(
        """
        {"api_key":"phc_a","batch":[
         {"event":"chat_message_sent","distinct_id":"u-secret","timestamp":"2026-11-22T11:00:00Z",
          "properties":{"message_id":"m","text":"t-secret","reason":"r-secret",
          "sender_role":{"text":"o-secret"}}},
         {"event":"mystery","distinct_id":"u-secret","properties":{"client_id":"u-secret",
          "thread_id":"t1","body":"t-secret","template":{"x":"o-secret"}}}]}""");
    assertThat(journal.quarantined())
        .extracting(QuarantinedEvent::content)
        .noneMatch(content -> content.contains("secret"))
        .containsExactly(
            """
            {"event":"chat_message_sent","timestamp":"2026-11-22T11:00:00Z","distinct_id":"%s",\
            "source":"backend","properties":{"message_id":"m","sender_role":{},\
            "message_kind":"text"}}"""
                .formatted(pseudonyms.of("u-secret")),
            """
            {"event":"mystery","distinct_id":"%1$s","source":"backend",\
            "properties":{"thread_id":"t1","client_id":"%1$s","template":{}}}"""
                .formatted(pseudonyms.of("u-secret")));
  }

  @Test
  void aReplayKeepsPseudonymsAndTimes() {
    receive(
        """
        {"api_key":"phc_a","sent_at":"2026-11-22T11:00:10Z","batch":[
          {"event":"ws_connection_opene","timestamp":"2026-11-22T11:00:00Z","distinct_id":"u1",
           "properties":{"client_id":"dev-1","protocol_version":13}}]}""");
    QuarantinedEvent kept = journal.quarantined().getFirst();
    quarantine.put(kept, kept.content());
    assertThat(replay.all("", "")).isEqualTo(new Replay.Outcome(0, 1, List.of()));

    quarantine.put(kept, kept.content().replace("_opene\"", "_opened\""));
    assertThat(replay.all("unknown_event", "")).isEqualTo(new Replay.Outcome(1, 1, List.of()));

    Replayed replayed = journal.intakes().getLast().replayed().getFirst();
    assertThat(replayed.id()).isEqualTo(kept.id());
    Event event = replayed.event();
    assertThat(event.distinctId()).isEqualTo(pseudonyms.of("u1"));
    assertThat(event.eventId()).isEqualTo(pseudonyms.of("dev-1") + ":1795345200000");
    assertThat(event.timestamp()).isEqualTo("2026-11-22T11:59:50.123Z");
    assertThat(event.receivedAt()).isEqualTo(NOW);
    assertThat(event.text(Property.PROTOCOL_VERSION)).isEqualTo("13");
  }

  /** A copy that was accepted while the other lay in quarantine was accepted first. */
  @Test
  void aReplayedEventRanksAfterThoseAcceptedBefore() {
    receive(
        """
        {"api_key":"phc_a","batch":[
          {"event":"contract_start","properties":{"contract_id":"c1"}},
          {"event":"contract_started","properties":{"contract_id":"c1"}}]}""");
    QuarantinedEvent kept = journal.quarantined().getFirst();
    quarantine.put(kept, kept.content().replace("_start\"", "_started\""));
    assertThat(replay.one(kept.id())).contains(new Replay.Outcome(1, 0, List.of()));

    assertThat(journal.intakes().getLast().replayed().getFirst().event().precedence())
        .isLessThan(journal.accepted().getFirst().precedence());
  }

  @Test
  void anEventThatWasValidInQuarantineIsReplayedAsItIs() {
    Event event =
        AnEvent.anEvent(EventName.CONTRACT_STARTED).of(Property.CONTRACT_ID, "c1").build();
    QuarantinedEvent refused =
        new QuarantinedEvent(
            "q1",
            "",
            event.receivedAt(),
            "contract_started",
            QuarantineReason.REFUSED_BY_STORE,
            "",
            format.write(event),
            "");
    quarantine.put(refused, refused.content());
    assertThat(replay.one("q1")).contains(new Replay.Outcome(1, 0, List.of()));
    assertThat(journal.intakes().getLast().replayed().getFirst().event()).isEqualTo(event);
    assertThat(replay.one("unknown")).isEmpty();
  }

  @Test
  void aKeyThatSendsTooMuchIsAskedToComeAgain() {
    KeyRates rates = new KeyRates(DoorLimits.defaults());
    for (int n = 0; n < 10; n++) {
      rates.take("phc_a", 10_000);
    }
    assertThatThrownBy(() -> rates.take("phc_a", 10_000))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
    rates.take("phc_b", 10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"contract_started\"}",
        "{\"api_key\":\"nobody\",\"event\":\"contract_started\"}",
        "{\"api_key\":\"phc_a\",\"token\":\"phc_b\",\"batch\":[1]}",
        "[{\"event\":\"a\",\"properties\":{\"token\":\"phc_a\"}},"
            + "{\"event\":\"a\",\"properties\":{\"token\":\"phc_b\"}}]"
      })
  void needsOneKnownKey(String body) {
    assertThat(refusal(body)).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"api_key\":\"phc_a\",\"batch\":[]}",
        "{\"api_key\":\"phc_a\",\"batch\":{}}",
        "{\"api_key\":\"phc_a\"}",
        "{\"api_key\":\"phc_a\",\"batch\":[1]} x",
        "{\"api_key\":\"phc_a\",\"batch\":[1"
      })
  void refusesWhatCanNeverBeRead(String body) {
    assertThat(refusal(body)).isEqualTo(Refusal.Kind.UNREADABLE);
  }

  @Test
  void keepsNothingWhenTheJournalIsFull() {
    journal.full(true);
    assertThat(refusal("{\"api_key\":\"phc_a\",\"batch\":[1]}"))
        .isEqualTo(Refusal.Kind.UNAVAILABLE);
    assertThat(registry.find("comms.events.quarantined").counters()).isEmpty();
  }

  @Test
  void tooManyEventsAreTooLarge() {
    String events = String.join(",", Collections.nCopies(10_001, "1"));
    assertThat(refusal("{\"api_key\":\"phc_a\",\"batch\":[%s]}".formatted(events)))
        .isEqualTo(Refusal.Kind.TOO_LARGE);
  }

  @Test
  void anOverlongEventIsQuarantinedBesideItsSiblings() {
    receive(
        """
        {"api_key":"phc_a","batch":[
          {"event":"contract_started","properties":{"contract_id":"c","text":"%s"}},
          {"event":"contract_started","properties":{"contract_id":"d"}}]}"""
            .formatted("x".repeat(1_000_001)));
    assertThat(journal.accepted()).extracting(Event::eventId).containsExactly("d");
    assertThat(journal.quarantined())
        .extracting(QuarantinedEvent::reason)
        .containsExactly(QuarantineReason.MALFORMED);
  }

  @Test
  void namesOfStrippedPropertiesAreBounded() {
    StringBuilder properties = new StringBuilder("\"contract_id\":\"c\",\"a message!\":1");
    for (int i = 0; i < 500; i++) {
      properties.append(",\"p").append(i).append("\":").append(i);
    }
    accepted("{\"event\":\"contract_started\",\"properties\":{%s}}".formatted(properties));
    Map<String, Long> stripped = journal.intakes().getFirst().stripped();
    assertThat(stripped).hasSizeLessThan(210).doesNotContainKey("a message!");
    assertThat(stripped.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(501);
  }

  private Event accepted(String event) {
    receive("{\"api_key\":\"phc_a\",\"batch\":[%s]}".formatted(event));
    assertThat(journal.quarantined()).isEmpty();
    List<Event> accepted = journal.accepted();
    assertThat(accepted).hasSize(1);
    return accepted.getFirst();
  }

  private void receive(String body) {
    reception.receive(new StringReader(body), Source.BACKEND, Optional::empty);
  }

  private Refusal.Kind refusal(String body) {
    Refusal[] caught = new Refusal[1];
    assertThatThrownBy(() -> receive(body))
        .isInstanceOfSatisfying(Refusal.class, refusal -> caught[0] = refusal);
    assertThat(journal.intakes()).isEmpty();
    return caught[0].kind();
  }
}
