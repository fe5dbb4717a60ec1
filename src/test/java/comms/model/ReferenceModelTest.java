package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import comms.catalog.Metric;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small cases, each worked out by hand from the specification. */
class ReferenceModelTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final Span JANUARY = span("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z");

  private final Inbox inbox = new Inbox();

  @Test
  void contactShareCountsContractsActiveInTheBucketAndMessagesBeforeItsEnd() {
    started("c1", "2024-12-01T00:00:00Z", "");
    started("c2", "2025-01-02T00:00:00Z", "t2");
    started("c3", "2025-01-03T00:00:00Z", "");
    started("c4", "2024-11-01T00:00:00Z", "");
    closed("c4", "2024-12-31T23:59:59.999Z");
    started("c5", "2025-02-01T00:00:00Z", "");
    message("m1", "elsewhere", "client", "2024-12-05T00:00:00Z").sendWith("contract_id", "c1");
    message("m2", "t2", "client", "2025-01-08T00:00:00Z").send();
    message("m3", "t3", "client", "2025-01-04T00:00:00Z")
        .with("message_kind", "system")
        .sendWith("contract_id", "c3");
    Answer.Series weekly = ask(Metric.CONTACT_SHARE, "week").of(Map.of(), "value");
    // Weeks from 30 December: c1 c2 c3 active and c1 contacted; then c2, too.
    assertThat(weekly.points()).hasSize(5);
    assertFigure(weekly.points().get(0).figure(), 1.0 / 3, 1, 3);
    assertFigure(weekly.points().get(1).figure(), 2.0 / 3, 2, 3);
    assertFigure(weekly.total(), 2.0 / 3, 2, 3);
  }

  @Test
  void aContractClosedAtTheBucketsStartIsStillActiveThere() {
    started("c1", "2024-12-01T00:00:00Z", "");
    closed("c1", "2025-01-02T00:00:00Z");
    List<Answer.Point> days = ask(Metric.CONTACT_SHARE, "day").of(Map.of(), "value").points();
    assertFigure(days.get(1).figure(), 0.0, 0, 1);
    assertFigure(days.get(2).figure(), null, 0, 0);
  }

  @Test
  void aThreadsContractMakesItsMessagesContacts() {
    started("c1", "2025-01-01T00:00:00Z", "");
    thread("t1", "contract", "2025-01-01T00:00:00Z").sendWith("contract_id", "c1");
    message("m1", "t1", "client", "2025-01-01T10:00:00Z").send();
    assertFigure(ask(Metric.CONTACT_SHARE, "total").of(Map.of(), "value").total(), 1.0, 1, 1);
  }

  @Test
  void theFunnelFollowsItsCohort() {
    thread("t1", "proposal", "2025-01-05T00:00:00Z").sendWith("initiator_role", "client");
    thread("t2", "order", "2025-01-05T00:00:00Z").sendWith("initiator_role", "client");
    thread("t3", "order", "2025-01-06T00:00:00Z").send();
    thread("t4", "contract", "2025-01-06T00:00:00Z").sendWith("contract_id", "c9");
    started("c1", "2025-03-05T00:00:00Z", "t1");
    started("c3", "2025-01-05T00:00:00Z", "t3");
    message("m1", "t2", "client", "2025-01-05T01:00:00Z").send();
    message("m2", "t2", "freelancer", "2025-01-05T02:00:00Z").send();
    message("m3", "t3", "client", "2025-01-06T01:00:00Z").send();
    message("m4", "t3", "system", "2025-01-06T02:00:00Z").sendWith("message_kind", "system");
    Answer whole = ask(Metric.CHAT_TO_CONTRACT, "total");
    assertThat(whole.of(Map.of(), "step1").total().value()).isEqualTo(3.0);
    assertThat(whole.of(Map.of(), "step2").total().value()).isEqualTo(2.0);
    assertThat(whole.of(Map.of(), "step3").total().value()).isEqualTo(1.0);
    assertFigure(whole.of(Map.of(), "value").total(), 1.0 / 3, 1, 3);
    Answer byRole =
        answer(Question.of(Metric.CHAT_TO_CONTRACT, JANUARY, "total").by("initiator_role"), "UTC");
    assertFigure(byRole.of(Map.of("initiator_role", "client"), "value").total(), 0.5, 1, 2);
    assertFigure(byRole.of(Map.of("initiator_role", ""), "value").total(), 0.0, 0, 1);
  }

  @Test
  void aWindowBoundsTheStepsAndTheirMediansLieBetweenThem() {
    thread("t1", "order", "2025-01-05T00:00:00Z").send();
    thread("t2", "order", "2025-01-05T00:00:00Z").send();
    thread("t3", "order", "2025-01-05T00:00:00Z").send();
    message("m1", "t1", "client", "2025-01-05T01:00:00Z").send();
    message("m2", "t1", "freelancer", "2025-01-05T02:00:00Z").send();
    message("m3", "t2", "client", "2025-01-05T01:00:00Z").send();
    message("m4", "t2", "freelancer", "2025-01-07T00:00:00Z").send();
    started("c1", "2025-01-06T00:00:00Z", "t1");
    started("c3", "2025-01-08T00:00:00Z", "t3");
    Question whole = Question.of(Metric.CHAT_TO_CONTRACT, JANUARY, "total");
    Answer unbound = answer(whole, "UTC");
    assertFigure(unbound.of(Map.of(), "value").total(), 2.0 / 3, 2, 3);
    assertStep(unbound, "step2", 3, (2 * 3600 + 48 * 3600) / 2.0);
    assertStep(unbound, "step3", 2, 22 * 3600.0);
    Answer aDay = answer(whole.within(1), "UTC");
    assertFigure(aDay.of(Map.of(), "value").total(), 1.0 / 3, 1, 3);
    assertStep(aDay, "step2", 1, 2 * 3600.0);
    assertStep(aDay, "step3", 1, 22 * 3600.0);
  }

  private static void assertStep(Answer answer, String step, double threads, double median) {
    Figure total = answer.of(Map.of(), step).total();
    assertThat(total.value()).isEqualTo(threads);
    assertThat(total.extra()).isEqualTo(Map.of("median_step_sec", median));
  }

  @Test
  void aReportedLatencyWinsAndTheReplysOwnBeforeTheMessages() {
    thread("t1", "contract", "2025-01-01T00:00:00Z").sendWith("contract_id", "c1");
    message("m1", "t1", "client", "2025-01-01T10:00:00Z")
        .with("first_response", true)
        .sendWith("first_reply_latency_sec", 50);
    reply("m1", "t1", "2025-01-01T10:00:00Z").sendWith("first_reply_latency_sec", 40);
    message("m2", "t1", "client", "2025-01-01T11:00:00Z")
        .with("first_response", true)
        .sendWith("first_reply_latency_sec", 100);
    reply("m2", "t1", "2025-01-01T11:00:00Z").send();
    Answer.Series median = ask(Metric.FIRST_RESPONSE_TIME, "day").of(Map.of(), "p50");
    assertFigure(median.points().getFirst().figure(), 70.0, 2, 2);
    assertFigure(median.points().get(1).figure(), null, 0, 0);
  }

  @Test
  void aReplyIsTimedFromWhatItNamesElseFromTheLatestReceived() {
    received("r1", "t1", "2025-01-01T10:00:00Z").send();
    received("r2", "t1", "2025-01-01T10:05:00Z").send();
    reply("m1", "t1", "2025-01-01T10:06:00Z").with("contract_id", "c1").send();
    assertThat(meanOfReplies()).isEqualTo(60.0);
    reply("m2", "t1", "2025-01-01T10:06:00Z")
        .with("contract_id", "c1")
        .sendWith("in_reply_to", "r1");
    assertThat(meanOfReplies()).isEqualTo(210.0);
    reply("m3", "t1", "2025-01-01T10:06:00Z")
        .with("contract_id", "c1")
        .sendWith("in_reply_to", "?");
    assertThat(meanOfReplies()).isEqualTo(210.0);
    received("?", "t1", "2025-01-01T09:56:00Z").send();
    assertThat(meanOfReplies()).isEqualTo(340.0);
  }

  @Test
  void aFirstResponseIsTimedFromTheFirstMessageOfAnotherRole() {
    message("m0", "t1", "system", "2025-01-01T09:00:00Z").sendWith("message_kind", "system");
    message("m1", "t1", "freelancer", "2025-01-01T09:10:00Z").sendWith("contract_id", "c1");
    message("m3", "t1", "freelancer", "2025-01-01T10:00:30Z")
        .with("first_response", true)
        .sendWith("contract_id", "c1");
    assertThat(ask(Metric.FIRST_RESPONSE_TIME, "total").series().getFirst().total().value())
        .isNull();
    received("m2", "t1", "2025-01-01T10:00:10Z").sendWith("recipient_role", "freelancer");
    assertThat(meanOfReplies()).isEqualTo(20.0);
    message("m2", "t1", "client", "2025-01-01T10:00:00Z").send();
    assertThat(meanOfReplies()).isEqualTo(30.0);
  }

  @Test
  void repliesOutsideContractsCountOnlyWhenAskedFor() {
    thread("t1", "order", "2025-01-01T00:00:00Z").send();
    reply("m1", "t1", "2025-01-01T10:00:00Z").sendWith("first_reply_latency_sec", 40);
    Question question = Question.of(Metric.FIRST_RESPONSE_TIME, JANUARY, "total");
    assertThat(answer(question, "UTC").of(Map.of(), "mean").total().samples()).isZero();
    Answer every = answer(question.withEveryReply().by("thread_type"), "UTC");
    assertFigure(every.of(Map.of("thread_type", "order"), "mean").total(), 40.0, 1, 1);
  }

  @Test
  void theDisputeRatesBreakdownLeavesTheDenominatorWhole() {
    closed("c1", "2025-01-05T00:00:00Z");
    closed("c2", "2025-01-05T00:00:00Z");
    opened("d1", "c1", "client", "2025-01-06T00:00:00Z");
    opened("d2", "c1", "freelancer", "2025-01-07T00:00:00Z");
    assertFigure(ask(Metric.DISPUTE_RATE, "total").of(Map.of(), "value").total(), 0.5, 1, 2);
    Answer byRole =
        answer(Question.of(Metric.DISPUTE_RATE, JANUARY, "week").by("initiator_role"), "UTC");
    Answer.Series client = byRole.of(Map.of("initiator_role", "client"), "value");
    assertFigure(client.total(), 0.5, 1, 2);
    assertFigure(client.points().get(0).figure(), 0.0, 0, 2);
    assertFigure(client.points().get(1).figure(), null, 1, 0);
  }

  @Test
  void outcomesAndScoresKnowTheirDisputesOpening() {
    resolved("d1", "split", "2025-01-05T00:00:00Z");
    score("d1", "client", 10, "2025-01-06T00:00:00Z");
    score("d1", "freelancer", 6, "2025-01-06T00:00:00Z");
    score("d2", "client", 8, "2025-01-06T00:00:00Z");
    score("d3", "client", 9, "2025-01-06T00:00:00Z");
    opened("d1", "c1", "freelancer", "2025-01-01T00:00:00Z");
    Figure whole = ask(Metric.DISPUTE_NPS, "total").of(Map.of(), "value").total();
    assertFigure(whole, 25.0, 1, 4);
    // Four responses, and two sides of the one dispute that was resolved.
    assertThat(whole.extra()).isEqualTo(Map.of("response_rate", 2.0));
    Answer scores =
        answer(
            Question.of(Metric.DISPUTE_NPS, JANUARY, "total")
                .by("role")
                .only("resolution", "split"),
            "UTC");
    assertFigure(scores.of(Map.of("role", "client"), "value").total(), 100.0, 1, 1);
    assertFigure(scores.of(Map.of("role", "freelancer"), "value").total(), -100.0, -1, 1);
    Answer outcomes =
        answer(Question.of(Metric.DISPUTE_OUTCOMES, JANUARY, "total").by("initiator_role"), "UTC");
    assertThat(outcomes.of(Map.of("initiator_role", "freelancer"), "count").total().value())
        .isEqualTo(1.0);
  }

  @Test
  void attemptsAndNotificationsAreTwoFigures() {
    notification("notification_delivery_scheduled", "n1", "e-mail", "2025-01-01T23:00:00Z")
        .sendWith("template", "digest");
    notification("notification_delivery_scheduled", "n2", "push", "2025-01-01T23:00:00Z").send();
    notification("notification_delivery_failed", "n1", "email", "2025-01-01T23:30:00Z")
        .sendWith("error_code", "550");
    notification("notification_delivery_failed", "n1", "mail", "2025-01-02T00:30:00Z")
        .with("error_code", 550)
        .sendWith("retry_count", 1);
    Answer daily = ask(Metric.DELIVERY_FAILURES, "day");
    assertFigure(daily.of(Map.of(), "value").points().get(0).figure(), 0.5, 1, 2);
    assertFigure(daily.of(Map.of(), "value").points().get(1).figure(), null, 1, 0);
    assertFigure(daily.of(Map.of(), "value").total(), 0.5, 1, 2);
    assertThat(daily.of(Map.of(), "attempts").total().value()).isEqualTo(2.0);
    Answer byChannel = by(Metric.DELIVERY_FAILURES, "channel");
    assertFigure(byChannel.of(Map.of("channel", "email"), "value").total(), 1.0, 1, 1);
    assertFigure(byChannel.of(Map.of("channel", "web_push"), "value").total(), 0.0, 0, 1);
    Answer byTemplate = by(Metric.DELIVERY_FAILURES, "template");
    assertFigure(byTemplate.of(Map.of("template", "digest"), "value").total(), 1.0, 1, 1);
    Answer byError = by(Metric.DELIVERY_FAILURES, "error_code");
    assertFigure(byError.of(Map.of("error_code", "550"), "value").total(), 0.5, 1, 2);
  }

  @Test
  void deliveryLatencyIsAskedByItsChannel() {
    for (int i = 1; i <= 4; i++) {
      send(
          Sent.event("chat_message_delivered", "2025-01-01T00:00:00Z")
              .with("message_id", "m" + i)
              .with("thread_id", "t")
              .with("delivery_channel", "ws")
              .with("delivery_latency_ms", i * 10));
    }
    Answer answer = by(Metric.WS_LATENCY, "delivery_channel");
    Figure p95 = answer.of(Map.of("delivery_channel", "ws"), "p95").total();
    assertThat(p95.value()).isCloseTo(38.5, within(1e-9));
  }

  @Test
  void bucketsFollowTheZoneAndRangesCutThem() {
    closed("c1", "2025-03-29T22:59:59Z");
    closed("c2", "2025-03-29T23:00:00Z");
    closed("c3", "2025-03-30T21:59:59Z");
    closed("c4", "2025-03-30T22:00:00Z");
    Span range = span("2025-03-29T23:00:00Z", "2025-03-30T22:00:01Z");
    Answer daily = answer(Question.of(Metric.DISPUTE_RATE, range, "day"), "Europe/Berlin");
    List<Answer.Point> points = daily.of(Map.of(), "value").points();
    assertThat(points).extracting(point -> point.figure().denominator()).containsExactly(2.0, 1.0);
    Answer weekly = answer(Question.of(Metric.DISPUTE_RATE, range, "week"), "Europe/Berlin");
    Answer.Point week = weekly.of(Map.of(), "value").points().getFirst();
    assertThat(week.start()).isEqualTo("2025-03-23T23:00:00Z");
    assertThat(week.figure().denominator()).isEqualTo(2.0);
  }

  @Test
  void theRunningBucketIsPartial() {
    Span range = new Span(NOW.minusSeconds(90_000), NOW);
    Answer answer = answer(Question.of(Metric.DISPUTE_RATE, range, "day"), "UTC");
    assertThat(answer.of(Map.of(), "value").points())
        .extracting(Answer.Point::partial)
        .containsExactly(false, true);
  }

  @Test
  void theStatusIsThatOfTheWorseTarget() {
    assertThat(ask(Metric.FIRST_RESPONSE_TIME, "total").status()).isEqualTo("no_data");
    reply("m1", "t", "2025-01-01T10:00:00Z")
        .with("contract_id", "c")
        .sendWith("first_reply_latency_sec", 100);
    assertThat(ask(Metric.FIRST_RESPONSE_TIME, "total").status()).isEqualTo("on_target");
    reply("m2", "t", "2025-01-01T10:00:00Z")
        .with("contract_id", "c")
        .sendWith("first_reply_latency_sec", 130);
    assertThat(ask(Metric.FIRST_RESPONSE_TIME, "total").status()).isEqualTo("at_risk");
    reply("m3", "t", "2025-01-01T10:00:00Z")
        .with("contract_id", "c")
        .sendWith("first_reply_latency_sec", 9000);
    assertThat(ask(Metric.FIRST_RESPONSE_TIME, "total").status()).isEqualTo("off_target");
  }

  private Double meanOfReplies() {
    Double mean = ask(Metric.FIRST_RESPONSE_TIME, "total").of(Map.of(), "mean").total().value();
    assertThat(mean).isNotNull();
    return mean == null ? Double.NaN : mean;
  }

  private Answer ask(Metric metric, String interval) {
    return answer(Question.of(metric, JANUARY, interval), "UTC");
  }

  private Answer by(Metric metric, String dimension) {
    return answer(Question.of(metric, JANUARY, "total").by(dimension), "UTC");
  }

  private Answer answer(Question question, String zone) {
    return new ReferenceModel(inbox.accepted(), ZoneId.of(zone), NOW).answer(question);
  }

  private void send(Sent event) {
    inbox.receive(List.of(event.json()), null, NOW);
    assertThat(inbox.quarantined()).isEmpty();
  }

  private void started(String contract, String time, String thread) {
    send(
        Sent.event("contract_started", time)
            .with("contract_id", contract)
            .with("thread_id", thread.isEmpty() ? null : thread));
  }

  private void closed(String contract, String time) {
    send(Sent.event("contract_closed", time).with("contract_id", contract));
  }

  private void opened(String dispute, String contract, String role, String time) {
    send(
        Sent.event("dispute_opened", time)
            .with("dispute_id", dispute)
            .with("contract_id", contract)
            .with("initiator_role", role));
  }

  private void resolved(String dispute, String resolution, String time) {
    send(
        Sent.event("dispute_resolved", time)
            .with("dispute_id", dispute)
            .with("contract_id", "c-" + dispute)
            .with("resolution", resolution));
  }

  private void score(String dispute, String role, int score, String time) {
    send(
        Sent.event("dispute_nps_submitted", time)
            .with("dispute_id", dispute)
            .with("contract_id", "c-" + dispute)
            .with("role", role)
            .with("score", score));
  }

  private Letter thread(String thread, String type, String time) {
    return new Letter(
        Sent.event("chat_thread_created", time)
            .with("thread_id", thread)
            .with("thread_type", type));
  }

  private Letter message(String id, String thread, String role, String time) {
    return new Letter(
        Sent.event("chat_message_sent", time)
            .with("message_id", id)
            .with("thread_id", thread)
            .with("sender_role", role));
  }

  private Letter received(String id, String thread, String time) {
    return new Letter(
        Sent.event("chat_message_received", time).with("message_id", id).with("thread_id", thread));
  }

  private Letter reply(String id, String thread, String time) {
    return new Letter(
        Sent.event("chat_message_replied", time).with("message_id", id).with("thread_id", thread));
  }

  private Letter notification(String name, String id, String channel, String time) {
    return new Letter(
        Sent.event(name, time)
            .with("notification_id", id)
            .with("channel", channel)
            .with("contract_id", "c"));
  }

  private static void assertFigure(
      Figure figure, @Nullable Double value, double numerator, double denominator) {
    assertThat(figure)
        .usingRecursiveComparison()
        .ignoringFields("extra", "beside")
        .isEqualTo(new Figure(value, numerator, denominator, denominator));
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  /** An event about to be sent. */
  private final class Letter {
    private final Sent event;

    Letter(Sent event) {
      this.event = event;
    }

    Letter with(String property, Object value) {
      return new Letter(event.with(property, value));
    }

    void send() {
      ReferenceModelTest.this.send(event);
    }

    void sendWith(String property, Object value) {
      with(property, value).send();
    }
  }
}
