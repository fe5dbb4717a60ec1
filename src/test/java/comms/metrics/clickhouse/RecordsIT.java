package comms.metrics.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_DELIVERED;
import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Property;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.Interval;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** As many records lie behind every figure as the figure says. */
class RecordsIT extends MetricTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int DAYS = 5;
  private static final int CASES = 60;

  @Autowired private Records records;

  private final Random random = new Random(4);

  @Test
  void asManyRecordsLieBehindEveryFigureAsItSays() {
    sendABusyWeek();
    for (Metric metric : Metric.values()) {
      List<MetricQuery> questions = new ArrayList<>(List.of(days(metric)));
      metric.breakdowns().forEach(by -> questions.add(days(metric).withBy(by)));
      int compared = questions.stream().mapToInt(this::compareEveryFigure).sum();
      assertThat(compared).as(metric.id()).isGreaterThanOrEqualTo(DAYS);
    }
  }

  @Test
  void theFiltersInForceHoldForTheRecordsToo() {
    sendABusyWeek();
    compareEveryFigure(
        days(Metric.DELIVERY_FAILURES)
            .withFilters(
                Map.of(
                    Dimension.CHANNEL,
                    Set.of("email"),
                    Dimension.ERROR_CODE,
                    Set.of("550", "timeout"))));
    compareEveryFigure(
        days(Metric.DISPUTE_OUTCOMES)
            .withBy(Dimension.RESOLUTION)
            .withFilters(Map.of(Dimension.INITIATOR_ROLE, Set.of("client"))));
    compareEveryFigure(
        days(Metric.DISPUTE_RATE)
            .withBy(Dimension.REASON_CATEGORY)
            .withFilters(Map.of(Dimension.INITIATOR_ROLE, Set.of("client"))));
    compareEveryFigure(days(Metric.DISPUTE_NPS).withCohorts(true).withBy(Dimension.INITIATOR_ROLE));
    MetricQuery everyReply = days(Metric.FIRST_RESPONSE_TIME);
    compareEveryFigure(
        new MetricQuery(
            everyReply.metric(),
            everyReply.range(),
            everyReply.interval(),
            List.of(),
            Map.of(Dimension.SENDER_ROLE, Set.of("freelancer")),
            OptionalInt.empty(),
            true));
    MetricQuery chats = days(Metric.CHAT_TO_CONTRACT);
    compareEveryFigure(
        new MetricQuery(
            chats.metric(),
            chats.range(),
            chats.interval(),
            List.of(),
            Map.of(),
            OptionalInt.of(1),
            false));
  }

  @Test
  void pagesAndSortsInTheStore() {
    sendABusyWeek();
    RecordsQuery query =
        new RecordsQuery(
            MetricQuery.of(Metric.DELIVERY_FAILURES, week(), Interval.TOTAL),
            Stat.VALUE,
            Map.of(),
            Part.ALL);
    RecordSort sort = new RecordSort(RecordColumn.CHANNEL, true);
    List<RecordRow> all = records.page(query, sort, 1000, 0);

    assertThat(all).hasSize((int) records.count(query)).doesNotHaveDuplicates();
    assertThat(all.stream().map(row -> row.text(RecordColumn.CHANNEL))).isSorted();
    List<RecordRow> pages = new ArrayList<>(records.page(query, sort, 20, 0));
    pages.addAll(records.page(query, sort, 1000, 20));
    assertThat(pages).isEqualTo(all);
  }

  @Test
  void whatFollowsARowIsTheRestOfTheListInEveryOrder() {
    sendABusyWeek();
    Set<RecordKind> seen = EnumSet.noneOf(RecordKind.class);
    for (RecordsQuery query : everyKind()) {
      for (RecordColumn column : query.kind().columns()) {
        RecordSort sort = new RecordSort(column, random.nextBoolean());
        List<RecordRow> all = records.page(query, sort, 1000, 0);
        if (all.isEmpty()) {
          break;
        }
        seen.add(query.kind());
        int place = random.nextInt(all.size());
        assertThat(records.after(query, sort, all.get(place), 1000))
            .as(query + " " + sort)
            .isEqualTo(all.subList(place + 1, all.size()));
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void whatArrivesMeanwhileNeitherRepeatsNorHidesARecord() {
    sendABusyWeek();
    RecordsQuery query =
        new RecordsQuery(
            MetricQuery.of(Metric.DELIVERY_FAILURES, week(), Interval.TOTAL),
            Stat.VALUE,
            Map.of(),
            Part.ALL);
    for (RecordSort sort :
        List.of(
            new RecordSort(RecordColumn.AT, false), new RecordSort(RecordColumn.CHANNEL, true))) {
      List<RecordRow> before = records.page(query, sort, 1000, 0);
      List<RecordRow> pages =
          pages(
              query,
              sort,
              15,
              () ->
                  send(
                      Notifications.scheduled(
                          "x" + random.nextInt(), one("email", "a", "z"), "new", anyTime())));

      assertThat(pages).doesNotHaveDuplicates().containsSubsequence(before);
    }
  }

  private List<RecordRow> pages(RecordsQuery query, RecordSort sort, int size, Runnable between) {
    List<RecordRow> pages = new ArrayList<>(records.page(query, sort, size, 0));
    int last = pages.size();
    while (last == size) {
      between.run();
      List<RecordRow> next = records.after(query, sort, pages.getLast(), size);
      pages.addAll(next);
      last = next.size();
    }
    return pages;
  }

  private static List<RecordsQuery> everyKind() {
    Map<RecordKind, RecordsQuery> kinds = new EnumMap<>(RecordKind.class);
    for (Metric metric : Metric.values()) {
      for (Stat stat : Stat.values()) {
        for (Part part : Part.values()) {
          RecordsQuery query = new RecordsQuery(days(metric), stat, Map.of(), part);
          boolean figure =
              stat == Stat.ATTEMPTS
                  ? metric == Metric.DELIVERY_FAILURES && part == Part.COUNTED
                  : stat == statOf(metric) || metric == Metric.CHAT_TO_CONTRACT && step(stat);
          if (figure && query.parts().contains(part)) {
            kinds.putIfAbsent(query.kind(), query);
          }
        }
      }
    }
    RecordsQuery messages =
        new RecordsQuery(
            days(Metric.WS_LATENCY),
            Stat.P95,
            Map.of(Dimension.DELIVERY_CHANNEL, "ws"),
            Part.COUNTED);
    kinds.put(messages.kind(), messages);
    assertThat(kinds).hasSizeGreaterThan(20);
    return List.copyOf(kinds.values());
  }

  private static boolean step(Stat stat) {
    return stat == Stat.STEP1 || stat == Stat.STEP2 || stat == Stat.STEP3;
  }

  private static Stat statOf(Metric metric) {
    return switch (metric) {
      case FIRST_RESPONSE_TIME, WS_LATENCY -> Stat.P95;
      case DISPUTE_OUTCOMES -> Stat.COUNT;
      default -> Stat.VALUE;
    };
  }

  @Test
  void theValuesBehindAPercentileAreTheReplies() {
    for (int i = 1; i <= 4; i++) {
      send(reply("m" + i, "t1", 100L * i, "2026-01-05T10:00:00Z").of(Property.CONTRACT_ID, "c1"));
    }
    RecordsQuery query =
        new RecordsQuery(days(Metric.FIRST_RESPONSE_TIME), Stat.P95, Map.of(), Part.COUNTED);

    assertThat(query.kind()).isEqualTo(RecordKind.REPLIES);
    assertThat(records.page(query, query.kind().order(), 10, 0))
        .extracting(row -> row.value(RecordColumn.LATENCY_SEC))
        .containsExactly(400.0, 300.0, 200.0, 100.0);
  }

  @Test
  void aHostileValueStaysAValue() {
    sendABusyWeek();
    RecordsQuery query =
        new RecordsQuery(
            days(Metric.DELIVERY_FAILURES),
            Stat.VALUE,
            Map.of(Dimension.CHANNEL, "') OR 1=1 --\\"),
            Part.COUNTED);

    assertThat(records.count(query)).isZero();
  }

  @Test
  void refusesFiguresThatTheMetricDoesNotHave() {
    MetricQuery question = days(Metric.DISPUTE_RATE);
    RecordsQuery percentile = new RecordsQuery(question, Stat.P95, Map.of(), Part.COUNTED);
    RecordsQuery channel =
        new RecordsQuery(question, Stat.VALUE, Map.of(Dimension.CHANNEL, "email"), Part.COUNTED);
    RecordsQuery plain = new RecordsQuery(question, Stat.VALUE, Map.of(), Part.COUNTED);

    assertThatThrownBy(() -> records.count(percentile)).isInstanceOf(InvalidMetricQuery.class);
    assertThatThrownBy(() -> records.count(channel)).isInstanceOf(InvalidMetricQuery.class);
    assertThatThrownBy(() -> records.page(plain, new RecordSort(RecordColumn.SCORE, true), 1, 0))
        .isInstanceOf(InvalidMetricQuery.class);
  }

  /** Compares every bucket and the total of every series; says how many figures that were. */
  private int compareEveryFigure(MetricQuery query) {
    MetricResult result = ask(query);
    int compared = 0;
    for (MetricResult.Series series : result.series()) {
      for (MetricResult.Point point : series.points()) {
        compare(query, series, point.figure(), result.rangeOf(point));
        compared += point.figure().samples() > 0 ? 1 : 0;
      }
      compare(query, series, series.total(), query.range());
    }
    return compared;
  }

  private void compare(
      MetricQuery query, MetricResult.Series series, Figure figure, TimeRange range) {
    RecordsQuery counted =
        new RecordsQuery(query.withRange(range), series.stat(), series.key(), Part.COUNTED);
    String name = query.metric().id() + " " + series.stat() + series.key() + " " + range;
    double denominator = series.stat() == Stat.ATTEMPTS ? figure.numerator() : figure.denominator();
    double numerator = numerator(query.metric(), figure);
    assertThat(number(counted)).as(name).isEqualTo(numerator);
    assertThat(number(counted.withPart(Part.ALL))).as(name + " of all").isEqualTo(denominator);
    if (counted.parts().contains(Part.MISSED) && series.stat() != Stat.STEP1) {
      boolean last = series.stat() == Stat.STEP3;
      double before =
          last
              ? number(new RecordsQuery(counted.figure(), Stat.STEP2, counted.key(), Part.COUNTED))
              : denominator;
      assertThat(number(counted.withPart(Part.MISSED)))
          .as(name + " missed")
          .isEqualTo(before - numerator);
    }
  }

  /** A balance of promoters and detractors is no number of answers. */
  private static double numerator(Metric metric, Figure figure) {
    return metric == Metric.DISPUTE_NPS ? figure.samples() : figure.numerator();
  }

  /** The number of records; of series what they add up to. */
  private double number(RecordsQuery query) {
    if (!query.kind().sums()) {
      return records.count(query);
    }
    RecordColumn summed =
        query.metric() == Metric.WS_LATENCY
            ? RecordColumn.OBSERVATIONS
            : query.part() == Part.ALL ? RecordColumn.CONNECTIONS : RecordColumn.ATTEMPTS;
    return records.page(query, query.kind().order(), 100, 0).stream()
        .mapToDouble(row -> row.value(summed) instanceof Double number ? number : 0)
        .sum();
  }

  private static MetricQuery days(Metric metric) {
    return MetricQuery.of(metric, week(), Interval.DAY);
  }

  private static TimeRange week() {
    return new TimeRange(START, START.plus(Duration.ofDays(DAYS)));
  }

  private void sendABusyWeek() {
    List<AnEvent> events = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String contract = "c" + random.nextInt(40);
      events.addAll(chat("t" + i, contract));
      events.addAll(dispute("d" + i, contract));
      events.addAll(notification("n" + i));
    }
    send(events.toArray(AnEvent[]::new));
    scrape();
  }

  private List<AnEvent> chat(String thread, String contract) {
    List<AnEvent> events = new ArrayList<>();
    events.add(
        anEvent(CHAT_THREAD_CREATED)
            .of(Property.THREAD_ID, thread)
            .of(Property.THREAD_TYPE, one("order", "order", "contract"))
            .of(Property.INITIATOR_ROLE, one("client", "freelancer"))
            .at(anyTime()));
    events.add(
        anEvent(CHAT_MESSAGE_SENT)
            .of(Property.MESSAGE_ID, thread + "-1")
            .of(Property.THREAD_ID, thread)
            .of(Property.SENDER_ROLE, one("client", "system"))
            .at(anyTime()));
    AnEvent reply = reply(thread + "-2", thread, random.nextInt(2000), anyTime());
    events.add(random.nextBoolean() ? reply.of(Property.CONTRACT_ID, contract) : reply);
    events.add(
        anEvent(CHAT_MESSAGE_DELIVERED)
            .of(Property.MESSAGE_ID, thread + "-1")
            .of(Property.THREAD_ID, thread)
            .of(Property.DELIVERY_CHANNEL, one("ws", "sse"))
            .of(Property.DELIVERY_LATENCY_MS, (double) random.nextInt(3000))
            .at(anyTime()));
    events.add(
        anEvent(CONTRACT_STARTED)
            .of(Property.CONTRACT_ID, contract)
            .of(Property.THREAD_ID, thread)
            .at(anyTime()));
    if (random.nextBoolean()) {
      events.add(Disputes.closed(contract, anyTime()));
    }
    return events;
  }

  private List<AnEvent> dispute(String dispute, String contract) {
    return List.of(
        anEvent(DISPUTE_OPENED)
            .of(Property.DISPUTE_ID, dispute)
            .of(Property.CONTRACT_ID, contract)
            .of(Property.INITIATOR_ROLE, one("client", "freelancer"))
            .of(Property.REASON_CATEGORY, one("quality", "deadline"))
            .at(anyTime()),
        Disputes.resolved(dispute, one("split", "win_client"), anyTime()),
        Disputes.answered(dispute, one("client", "freelancer"), random.nextInt(11), anyTime()));
  }

  private List<AnEvent> notification(String id) {
    String channel = one("email", "web_push");
    return Stream.of(
            Notifications.scheduled(id, channel, one("welcome", "digest"), anyTime()),
            Notifications.failed(id, channel, 0, one("550", "timeout"), anyTime()),
            Notifications.failed(id, channel, 1, one("550", "timeout"), anyTime()),
            Notifications.dropped(id, channel, one("unsubscribed", "throttled"), anyTime()))
        .filter(event -> random.nextInt(4) > 0)
        .toList();
  }

  private static AnEvent reply(String message, String thread, long latency, String at) {
    return anEvent(CHAT_MESSAGE_REPLIED)
        .of(Property.MESSAGE_ID, message)
        .of(Property.THREAD_ID, thread)
        .of(Property.SENDER_ROLE, "freelancer")
        .of(Property.FIRST_REPLY_LATENCY_SEC, (double) latency)
        .at(at);
  }

  private void scrape() {
    store
        .sql(
            """
            INSERT INTO histogram_increases (metric, at, instance, series, le, increase, demo)
            SELECT 'chat_ws_delivery_latency_ms', toDateTime('2026-01-05 10:00:00') + INTERVAL number DAY,
                one, one, bound, if(isInfinite(bound), 100, 50), false
            FROM numbers(5) ARRAY JOIN ['a', 'b'] AS one ARRAY JOIN [100, inf] AS bound
            """)
        .update();
    store
        .sql(
            """
            INSERT INTO summary_increases
                (metric, at, instance, series, sum_increase, count_increase, demo)
            SELECT 'ws_reconnect_attempts', toDateTime('2026-01-05 10:00:00') + INTERVAL number DAY,
                one, one, 30 + number, 10, false
            FROM numbers(5) ARRAY JOIN ['a', 'b'] AS one
            """)
        .update();
    workOutTelemetryHours();
  }

  private String anyTime() {
    return START.plusSeconds(random.nextInt(DAYS * 86_400)).toString();
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
