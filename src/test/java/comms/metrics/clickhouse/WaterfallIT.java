package comms.metrics.clickhouse;

import static comms.catalog.Dimension.CHANNEL;
import static comms.catalog.Dimension.DROP_REASON;
import static comms.catalog.Dimension.ERROR_CODE;
import static comms.catalog.Dimension.TEMPLATE;
import static comms.metrics.clickhouse.Notifications.dropped;
import static comms.metrics.clickhouse.Notifications.failed;
import static comms.metrics.clickhouse.Notifications.scheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Question;
import comms.metrics.Waterfall.Steps;
import comms.metrics.Waterfalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WaterfallIT extends MetricTest {

  private static final TimeRange DAY =
      new TimeRange(Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-01-07T00:00:00Z"));

  @Autowired private Waterfalls waterfalls;
  @Autowired private Records records;

  @BeforeEach
  void aDayOfTwoChannels() {
    send(
        // Nothing happened to these two.
        scheduled("fine", "email", "digest", "2026-01-06T08:00:00Z"),
        scheduled("fine too", "web_push", "digest", "2026-01-06T08:00:00Z"),
        // Failed twice, which is one notification and two attempts.
        scheduled("twice", "email", "digest", "2026-01-06T09:00:00Z"),
        failed("twice", "email", 0, "421", "2026-01-06T09:01:00Z"),
        failed("twice", "email", 1, "550", "2026-01-06T09:06:00Z"),
        // Failed and dropped, which is in both figures and once in the sum.
        scheduled("both", "email", "welcome", "2026-01-06T10:00:00Z"),
        failed("both", "email", 0, "421", "2026-01-06T10:01:00Z"),
        dropped("both", "email", "retries_exhausted", "2026-01-06T10:30:00Z"),
        scheduled("dropped", "web_push", "welcome", "2026-01-06T11:00:00Z"),
        dropped("dropped", "web_push", "unsubscribed", "2026-01-06T11:00:01Z"),
        // Scheduled the day before, never, and the day after.
        scheduled("yesterday's", "email", "digest", "2026-01-05T23:59:00Z"),
        failed("yesterday's", "email", 0, "timeout", "2026-01-06T00:01:00Z"),
        failed("never scheduled", "web_push", 0, "410", "2026-01-06T12:00:00Z"),
        dropped("never scheduled", "web_push", "unsubscribed", "2026-01-06T12:00:01Z"),
        // Failed on the day after: on this day it is without trouble.
        scheduled("late", "email", "digest", "2026-01-06T23:59:00Z"),
        failed("late", "email", 0, "421", "2026-01-07T00:01:00Z"),
        // Scheduled as one channel and failed as another.
        scheduled("moved", "email", "digest", "2026-01-06T13:00:00Z"),
        failed("moved", "web_push", 0, "410", "2026-01-06T13:01:00Z"));
  }

  @Test
  void countsEveryNotificationOnceInTheParts() {
    Steps email = ofTheDay().channel("email");

    assertThat(email)
        .isEqualTo(
            new Steps(
                5,
                1,
                0,
                1,
                1,
                0,
                new TreeMap<>(Map.of("retries_exhausted", 1L)),
                new TreeMap<>(Map.of("421", 2L, "550", 1L, "timeout", 1L))));
    assertThat(email.untroubled()).as("fine, late and moved").isEqualTo(3);
    assertThat(email.failed()).as("twice, both and yesterday's").isEqualTo(3);
    assertThat(email.dropped()).isEqualTo(1);
    assertThat(email.attempts()).isEqualTo(4);
  }

  @Test
  void tellsWhatWasNotScheduledOnThatChannelInThePeriod() {
    Steps push = ofTheDay().channel("web_push");

    assertThat(push)
        .isEqualTo(
            new Steps(
                2,
                0,
                1,
                0,
                2,
                1,
                new TreeMap<>(Map.of("unsubscribed", 2L)),
                new TreeMap<>(Map.of("410", 2L))));
    assertThat(push.untroubled()).isEqualTo(1);
  }

  @Test
  void aNotificationOfTwoChannelsCountsOnceOverAll() {
    Steps whole = ofTheDay().whole();

    assertThat(whole.scheduled()).isEqualTo(7);
    assertThat(whole.failedOnly()).as("twice and moved").isEqualTo(2);
    assertThat(whole.droppedOnly()).isEqualTo(1);
    assertThat(whole.failedAndDropped()).isEqualTo(1);
    assertThat(whole.untroubled()).as("fine, fine too and late").isEqualTo(3);
    assertThat(whole.failedUnscheduled()).isEqualTo(2);
    assertThat(whole.droppedUnscheduled()).isEqualTo(1);
    assertThat(whole.attempts()).isEqualTo(6);
  }

  @Test
  void filtersEveryStepAlike() {
    Steps digests =
        waterfalls
            .of(new Question(DAY, Map.of(TEMPLATE, Set.of("digest"), CHANNEL, Set.of("email"))))
            .whole();

    assertThat(digests.scheduled()).as("fine, twice, late and moved").isEqualTo(4);
    assertThat(digests.failedOnly()).isEqualTo(1);
    assertThat(digests.failedUnscheduled()).as("yesterday's").isEqualTo(1);
    assertThat(digests.failedAndDropped() + digests.dropped()).isZero();
    assertThatThrownBy(() -> waterfalls.of(new Question(DAY, Map.of(ERROR_CODE, Set.of("421")))))
        .isInstanceOf(InvalidMetricQuery.class);
  }

  @Test
  void isEmptyWhereNothingHappened() {
    TimeRange before = DAY.previous().previous();

    assertThat(waterfalls.of(new Question(before, Map.of())).isEmpty()).isTrue();
    assertThat(ofTheDay().isEmpty()).isFalse();
  }

  @Test
  void agreesWithTheMetricsAndWithTheRecords() {
    sendABusyDay();
    for (Map<Dimension, Set<String>> filters :
        List.<Map<Dimension, Set<String>>>of(
            Map.of(),
            Map.of(CHANNEL, Set.of("email")),
            Map.of(CHANNEL, Set.of("email", "web_push"), TEMPLATE, Set.of("digest", "")))) {
      Question question = new Question(DAY, filters);
      Waterfall waterfall = waterfalls.of(question);
      assertThat(waterfall.channels()).isNotEmpty();
      compare(question, Map.of(), waterfall.whole());
      waterfall
          .channels()
          .forEach((channel, steps) -> compare(question, Map.of(CHANNEL, channel), steps));
    }
  }

  private Waterfall ofTheDay() {
    return waterfalls.of(new Question(DAY, Map.of()));
  }

  private void compare(Question question, Map<Dimension, String> key, Steps steps) {
    MetricQuery failures = question.to(Metric.DELIVERY_FAILURES);
    MetricResult.Figure failed = figure(failures, key, Stat.VALUE);
    MetricResult.Figure dropped = figure(question.to(Metric.DELIVERY_DROPS), key, Stat.VALUE);
    assertThat((double) steps.scheduled()).isEqualTo(failed.denominator());
    assertThat((double) steps.scheduled()).isEqualTo(dropped.denominator());
    assertThat((double) steps.failed()).isEqualTo(failed.numerator());
    assertThat((double) steps.dropped()).isEqualTo(dropped.numerator());
    assertThat(steps.droppedByReason().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(steps.dropped());
    assertThat(records.count(new RecordsQuery(failures, Stat.ATTEMPTS, key, Part.COUNTED)))
        .isEqualTo(steps.attempts());
    Map.of(
            Part.ALL, steps.scheduled(),
            Part.COUNTED, steps.failed(),
            Part.FAILED_ONLY, steps.failedOnly(),
            Part.DROPPED_ONLY, steps.droppedOnly(),
            Part.FAILED_AND_DROPPED, steps.failedAndDropped(),
            Part.UNTROUBLED, steps.untroubled(),
            Part.FAILED_UNSCHEDULED, steps.failedUnscheduled(),
            Part.DROPPED_UNSCHEDULED, steps.droppedUnscheduled())
        .forEach(
            (part, count) -> {
              RecordsQuery query = new RecordsQuery(failures, Stat.VALUE, key, part);
              assertThat(records.count(query)).as(part + " of " + key).isEqualTo(count);
              assertThat(records.page(query, query.kind().order(), 1000, 0))
                  .hasSize(count.intValue());
            });
    steps
        .droppedByReason()
        .forEach(
            (reason, count) ->
                assertThat(records.count(drops(question, key, reason))).isEqualTo(count));
  }

  private static RecordsQuery drops(Question question, Map<Dimension, String> key, String reason) {
    Map<Dimension, String> all = new TreeMap<>(key);
    all.put(DROP_REASON, reason);
    return new RecordsQuery(question.to(Metric.DELIVERY_DROPS), Stat.VALUE, all, Part.COUNTED);
  }

  private MetricResult.Figure figure(MetricQuery query, Map<Dimension, String> key, Stat stat) {
    MetricQuery asked = key.isEmpty() ? query : query.withBy(CHANNEL);
    return total(ask(asked), key, stat);
  }

  /** Much of everything, around both ends of the day, some of it on several channels. */
  private void sendABusyDay() {
    Random random = new Random(7);
    List<AnEvent> events = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String id = "n" + i;
      if (random.nextInt(5) > 0) {
        events.add(
            scheduled(
                id, channel(random), random.nextBoolean() ? "digest" : "welcome", time(random)));
      }
      for (int retry = 0; retry < random.nextInt(4); retry++) {
        events.add(failed(id, channel(random), retry, "42" + random.nextInt(3), time(random)));
      }
      if (random.nextInt(3) == 0) {
        events.add(dropped(id, channel(random), "reason-" + random.nextInt(3), time(random)));
      }
    }
    send(events.toArray(AnEvent[]::new));
  }

  private static String channel(Random random) {
    return List.of("email", "web_push", "sms").get(random.nextInt(3));
  }

  private static String time(Random random) {
    return DAY.from().minusSeconds(20_000).plusSeconds(random.nextInt(126_400)).toString();
  }
}
