package comms.metrics.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_RECEIVED;
import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.FIRST_REPLY_LATENCY_SEC;
import static comms.catalog.Property.FIRST_RESPONSE;
import static comms.catalog.Property.IN_REPLY_TO;
import static comms.catalog.Property.MESSAGE_ID;
import static comms.catalog.Property.MESSAGE_KIND;
import static comms.catalog.Property.RECIPIENT_ROLE;
import static comms.catalog.Property.SENDER_ROLE;
import static comms.catalog.Property.THREAD_ID;
import static comms.catalog.Property.THREAD_TYPE;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Dimension;
import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FirstResponseTimeIT extends MetricTest {

  @Test
  void theSendersOwnLatencyComesFirst() {
    send(
        replied("m2", "10:05:00").of(FIRST_REPLY_LATENCY_SEC, 7.5).of(IN_REPLY_TO, "m1"),
        received("m1", "10:00:00"),
        sent("m2", "freelancer", "10:05:00")
            .of(FIRST_RESPONSE, true)
            .of(FIRST_REPLY_LATENCY_SEC, 9.0));

    assertThat(latencies()).isEqualTo(List.of(7.5, 1.0));
  }

  @Test
  void aReplyIsMeasuredFromTheMessageItAnswersWhicheverArrivesFirst() {
    send(replied("m2", "10:05:00").of(IN_REPLY_TO, "m1"));
    assertThat(total(day(), Map.of(), Stat.P50).value()).isNull();

    send(received("m1", "10:00:00"), received("m1b", "10:04:00"));

    assertThat(latencies()).isEqualTo(List.of(300.0, 1.0));
  }

  @Test
  void aReplyThatNamesNoMessageIsMeasuredFromTheLatestBeforeIt() {
    send(
        received("m1", "10:00:00"),
        received("m2", "10:04:00"),
        received("m4", "10:06:00"),
        replied("m3", "10:05:00"));

    assertThat(latencies()).isEqualTo(List.of(60.0, 1.0));
  }

  @Test
  void aFirstResponseIsMeasuredFromTheFirstMessageOfTheOtherRole() {
    send(
        sent("m0", "client", "09:59:00").of(MESSAGE_KIND, "system"),
        sent("m1", "client", "10:00:00"),
        sent("m2", "client", "10:01:00"),
        sent("m3", "freelancer", "10:02:00").of(FIRST_RESPONSE, true));

    assertThat(latencies()).isEqualTo(List.of(120.0, 1.0));
  }

  @Test
  void aFirstResponseIsMeasuredFromWhatReachedTheRepliersRoleToo() {
    send(
        received("m1", "10:00:30").of(RECIPIENT_ROLE, "freelancer"),
        received("m0", "09:00:00").of(RECIPIENT_ROLE, "client"),
        sent("m3", "freelancer", "10:02:00").of(FIRST_RESPONSE, true));

    assertThat(latencies()).isEqualTo(List.of(90.0, 1.0));
  }

  @Test
  void aReplyThatBothEventsReportCountsOnceEvenAtDifferentTimes() {
    send(
        sent("m2", "freelancer", "23:59:59")
            .of(FIRST_RESPONSE, true)
            .of(FIRST_REPLY_LATENCY_SEC, 5.0));
    assertThat(latencies()).isEqualTo(List.of(5.0, 1.0));

    send(
        anEvent(CHAT_MESSAGE_REPLIED)
            .of(MESSAGE_ID, "m2")
            .of(THREAD_ID, "t1")
            .of(CONTRACT_ID, "c1")
            .of(FIRST_REPLY_LATENCY_SEC, 6.0)
            .at("2026-01-06T00:00:01Z"));

    MetricResult days =
        ask(
            query(
                Metric.FIRST_RESPONSE_TIME,
                "2026-01-05T00:00:00Z",
                "2026-01-07T00:00:00Z",
                Interval.DAY));
    assertThat(values(days, Map.of(), Stat.MEAN)).containsExactly(null, 6.0);
    assertThat(total(days, Map.of(), Stat.MEAN).samples()).isEqualTo(1);
  }

  @Test
  void repliesOutsideContractsCountOnlyInTheWiderScope() {
    send(
        anEvent(CHAT_MESSAGE_REPLIED)
            .of(MESSAGE_ID, "m2")
            .of(THREAD_ID, "t1")
            .of(FIRST_REPLY_LATENCY_SEC, 4.0)
            .at("2026-01-05T10:00:00Z"));
    MetricQuery query =
        query(
            Metric.FIRST_RESPONSE_TIME,
            "2026-01-05T00:00:00Z",
            "2026-01-06T00:00:00Z",
            Interval.DAY);
    MetricQuery every =
        new MetricQuery(
            query.metric(),
            query.range(),
            query.interval(),
            List.of(),
            Map.of(),
            OptionalInt.empty(),
            true);

    assertThat(total(ask(query), Map.of(), Stat.P50).value()).isNull();
    assertThat(total(ask(every), Map.of(), Stat.P50).value()).isEqualTo(4.0);

    send(
        anEvent(CHAT_THREAD_CREATED)
            .of(THREAD_ID, "t1")
            .of(THREAD_TYPE, "contract")
            .of(CONTRACT_ID, "c1")
            .at("2026-01-01T00:00:00Z"));
    MetricResult byType = ask(query.withBy(Dimension.THREAD_TYPE).withRange(query.range()));
    assertThat(total(byType, Map.of(Dimension.THREAD_TYPE, "contract"), Stat.P50).value())
        .isEqualTo(4.0);
  }

  @Test
  void percentilesInterpolateBetweenTheClosestRanks() {
    for (int i = 1; i <= 10; i++) {
      send(replied("m" + i, "10:00:00").of(FIRST_REPLY_LATENCY_SEC, 10.0 * i));
    }

    assertThat(total(day(), Map.of(), Stat.P50).value()).isEqualTo(55.0);
    assertThat(total(day(), Map.of(), Stat.P95).value()).isEqualTo(95.5, Offset.offset(1e-9));
    assertThat(total(day(), Map.of(), Stat.MEAN).value()).isEqualTo(55.0);
  }

  @Test
  void aVeryLongThreadCostsNoMoreForEachOfItsReplies() {
    AnEvent[] replies =
        IntStream.range(0, 5_000)
            .mapToObj(i -> replied("m" + i, "10:00:00").of(FIRST_REPLY_LATENCY_SEC, 1.0 * i))
            .toArray(AnEvent[]::new);

    send(replies);
    send(replied("last", "10:00:01").of(FIRST_REPLY_LATENCY_SEC, 5_000.0));

    assertThat(latencies()).isEqualTo(List.of(2_500.0, 5_001.0));
  }

  private List<Double> latencies() {
    MetricResult.Figure total = total(day(), Map.of(), Stat.P50);
    return List.of(Objects.requireNonNull(total.value()), total.samples());
  }

  private MetricResult day() {
    return ask(
        query(
            Metric.FIRST_RESPONSE_TIME,
            "2026-01-05T00:00:00Z",
            "2026-01-06T00:00:00Z",
            Interval.DAY));
  }

  private static AnEvent sent(String message, String role, String time) {
    return event(CHAT_MESSAGE_SENT, message, time).of(SENDER_ROLE, role).of(MESSAGE_KIND, "text");
  }

  private static AnEvent received(String message, String time) {
    return event(CHAT_MESSAGE_RECEIVED, message, time);
  }

  private static AnEvent replied(String message, String time) {
    return event(CHAT_MESSAGE_REPLIED, message, time);
  }

  private static AnEvent event(EventName name, String message, String time) {
    return anEvent(name)
        .of(MESSAGE_ID, message)
        .of(THREAD_ID, "t1")
        .of(CONTRACT_ID, "c1")
        .at("2026-01-05T" + time + "Z");
  }
}
