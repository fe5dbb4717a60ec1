package comms.metrics.clickhouse;

import static comms.catalog.Dimension.CHANNEL;
import static comms.catalog.Dimension.DROP_REASON;
import static comms.catalog.Dimension.ERROR_CODE;
import static comms.catalog.Dimension.SENDER_ROLE;
import static comms.catalog.Dimension.TEMPLATE;
import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.ingestion.AnEvent.anEvent;
import static comms.metrics.clickhouse.Notifications.dropped;
import static comms.metrics.clickhouse.Notifications.failed;
import static comms.metrics.clickhouse.Notifications.scheduled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Property;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.Others;
import comms.metrics.TimeRange;
import comms.metrics.TooWide;
import comms.metrics.Top;
import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Steps;
import comms.metrics.Waterfalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first values of a breakdown and the others, against figures worked out here. */
class TopAndOthersIT extends MetricTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int DAYS = 4;

  @Autowired private Waterfalls waterfalls;

  private final Random random = new Random(20);
  private final List<Sent> scheduled = new ArrayList<>();
  private final List<Sent> failed = new ArrayList<>();
  private final List<Sent> dropped = new ArrayList<>();

  /** An event with everything that it can be broken down by. */
  private record Sent(String id, Instant at, Map<Dimension, String> values) {}

  @Test
  void sharesOfTheFirstAndTheOthersAreThoseOfTheirEvents() {
    sendWithRareAndFrequentValues();

    for (List<Dimension> by :
        List.of(
            List.of(TEMPLATE),
            List.of(CHANNEL),
            List.of(ERROR_CODE),
            List.of(CHANNEL, ERROR_CODE),
            List.of(CHANNEL, ERROR_CODE, TEMPLATE))) {
      for (int top : List.of(1, 3, 100)) {
        compare(Metric.DELIVERY_FAILURES, by, top, failed, ERROR_CODE);
      }
    }
    compare(Metric.DELIVERY_DROPS, List.of(DROP_REASON), 2, dropped, DROP_REASON);
    compare(Metric.DELIVERY_DROPS, List.of(TEMPLATE, CHANNEL), 2, dropped, DROP_REASON);
  }

  @Test
  void aValueThatIsCalledOthersIsItself() {
    send(
        scheduled("n1", "email", "others", "2026-01-05T10:00:00Z"),
        scheduled("n2", "email", "rare", "2026-01-05T10:00:00Z"),
        scheduled("n3", "email", "rarer", "2026-01-05T10:00:00Z"),
        failed("n1", "email", 0, "550", "2026-01-05T10:01:00Z"));

    MetricResult result = ask(days(Metric.DELIVERY_FAILURES).withBy(TEMPLATE).withTop(Top.of(1)));

    assertThat(total(result, Map.of(TEMPLATE, "others"), Stat.VALUE).denominator()).isEqualTo(1);
    assertThat(total(result, Map.of(TEMPLATE, Others.VALUE), Stat.VALUE).denominator())
        .isEqualTo(2);
    assertThat(result.others()).containsExactly(Map.entry(TEMPLATE, 2L));
  }

  @Test
  void whatIsRankedInAnotherPeriodKeepsItsSeries() {
    send(
        failed("n1", "email", 0, "now", "2026-01-07T10:00:00Z"),
        failed("n2", "email", 0, "then", "2026-01-05T10:00:00Z"),
        failed("n3", "email", 0, "then", "2026-01-05T10:00:00Z"),
        failed("n4", "email", 0, "now", "2026-01-05T10:00:00Z"));
    TimeRange first = new TimeRange(START, START.plus(Duration.ofDays(1)));
    TimeRange third = new TimeRange(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(3)));

    MetricResult before =
        ask(
            MetricQuery.of(Metric.DELIVERY_FAILURES, first, Interval.TOTAL)
                .withBy(ERROR_CODE)
                .withTop(new Top(5, third)));

    assertThat(total(before, Map.of(ERROR_CODE, "now"), Stat.ATTEMPTS).value()).isEqualTo(1);
    assertThat(total(before, Map.of(ERROR_CODE, Others.VALUE), Stat.ATTEMPTS).value()).isEqualTo(2);
  }

  @Test
  void percentilesOfTheOthersAreThoseOfAllTheirValues() {
    send(reply("m1", "client", 10), reply("m2", "client", 20), reply("m3", "client", 30));
    send(reply("m4", "freelancer", 40), reply("m5", "support", 60), reply("m6", "support", 70));

    MetricResult result =
        ask(days(Metric.FIRST_RESPONSE_TIME).withBy(SENDER_ROLE).withTop(Top.of(1)));

    assertThat(total(result, Map.of(SENDER_ROLE, "client"), Stat.P50).value()).isEqualTo(20);
    Figure others = total(result, Map.of(SENDER_ROLE, Others.VALUE), Stat.P50);
    assertThat(others.value()).isEqualTo(60);
    assertThat(others.samples()).isEqualTo(3);
  }

  @Test
  void theWaterfallOfManyChannelsReasonsAndCodesAddsUp() {
    sendWithRareAndFrequentValues();
    TimeRange range = new TimeRange(START, START.plus(Duration.ofDays(DAYS)));
    Waterfall all = waterfalls.of(new Waterfall.Question(range, Map.of()).withTop(Top.of(200)));

    Waterfall few = waterfalls.of(new Waterfall.Question(range, Map.of()).withTop(Top.of(2)));

    assertThat(all.others()).isEmpty();
    assertThat(few.channels()).hasSizeBetween(3, 5).containsKey(Others.VALUE);
    assertThat(few.others().keySet()).containsExactlyInAnyOrder(CHANNEL, ERROR_CODE, DROP_REASON);
    Steps one = few.whole();
    assertThat(one)
        .usingRecursiveComparison()
        .ignoringFields("droppedByReason", "attemptsByCode")
        .isEqualTo(all.whole());
    assertThat(one.attempts()).isEqualTo(failed.size());
    assertThat(sum(one.droppedByReason())).isEqualTo(dropped.size());
    few.channels()
        .forEach(
            (channel, steps) -> {
              if (!Others.is(channel)) {
                assertThat(steps)
                    .usingRecursiveComparison()
                    .ignoringFields("droppedByReason", "attemptsByCode")
                    .isEqualTo(all.channel(channel));
              }
            });
    Set<String> told = few.channels().keySet();
    assertThat(few.channel(Others.VALUE).scheduled())
        .isEqualTo(scheduled.stream().filter(s -> !told.contains(s.values().get(CHANNEL))).count());
    assertThat(few.channel(Others.VALUE).failed())
        .isEqualTo(
            failed.stream()
                .filter(s -> !told.contains(s.values().get(CHANNEL)))
                .map(Sent::id)
                .distinct()
                .count());
  }

  @Test
  void whatManyTemplatesWouldMakeIsRefusedAndSaidAndItsFirstAnswered() {
    AnEvent[] events = new AnEvent[2_000];
    Arrays.setAll(
        events, i -> scheduled("n" + i, "email", "t" + i, START.plusSeconds(i).toString()));
    send(events);
    TimeRange longest = new TimeRange(START, START.plus(Duration.ofDays(400)));
    MetricQuery hours =
        MetricQuery.of(Metric.DELIVERY_FAILURES, longest, Interval.HOUR).withBy(TEMPLATE);

    assertThatThrownBy(() -> ask(hours))
        .isInstanceOf(TooWide.class)
        .hasMessageContaining("9,600 buckets x 2,000 keys");

    MetricResult first = ask(hours.withTop(Top.of(5)));
    assertThat(first.series()).hasSize(6);
    assertThat(first.series()).allMatch(series -> series.points().size() == 9_600);
    assertThat(first.others()).containsExactly(Map.entry(TEMPLATE, 1_995L));
    assertThat(total(first, Map.of(TEMPLATE, Others.VALUE), Stat.VALUE).denominator())
        .isEqualTo(1_995);
    assertThat(ask(hours.withInterval(Interval.TOTAL)).series()).hasSize(2_000);
  }

  private void compare(
      Metric metric, List<Dimension> by, int top, List<Sent> trouble, Dimension reason) {
    MetricQuery query = days(metric).withBy(by.toArray(Dimension[]::new)).withTop(Top.of(top));
    MetricResult result = ask(query);
    Map<Dimension, Set<String>> shown = new EnumMap<>(Dimension.class);
    by.forEach(dimension -> shown.put(dimension, first(dimension, top, trouble)));

    Set<Map<Dimension, String>> keys = new HashSet<>();
    Stream<Sent> counted =
        by.contains(reason)
            ? trouble.stream()
            : Stream.concat(trouble.stream(), scheduled.stream());
    counted.forEach(sent -> keys.add(key(sent, by, shown)));
    assertThat(result.series().stream().map(MetricResult.Series::key).collect(Collectors.toSet()))
        .as("keys of %s by %s", metric, by)
        .isEqualTo(keys);
    for (Map<Dimension, String> key : keys) {
      MetricResult.Series series = series(result, key, Stat.VALUE);
      String what = metric + " by " + by + " top " + top + " of " + key;
      compare(what, series.total(), key, by, shown, trouble, reason, sent -> true);
      for (int day = 0; day < DAYS; day++) {
        Instant from = START.plus(Duration.ofDays(day));
        Instant to = from.plus(Duration.ofDays(1));
        compare(
            what,
            series.points().get(day).figure(),
            key,
            by,
            shown,
            trouble,
            reason,
            sent -> !sent.at().isBefore(from) && sent.at().isBefore(to));
      }
    }
  }

  private void compare(
      String what,
      Figure figure,
      Map<Dimension, String> key,
      List<Dimension> by,
      Map<Dimension, Set<String>> shown,
      List<Sent> trouble,
      Dimension reason,
      Function<Sent, Boolean> within) {
    List<Dimension> ofScheduled = by.stream().filter(dimension -> dimension != reason).toList();
    Map<Dimension, String> whole = new TreeMap<>(key);
    whole.remove(reason);
    assertThat(figure.numerator())
        .as("numerator of %s", what)
        .isEqualTo(
            trouble.stream()
                .filter(within::apply)
                .filter(sent -> key(sent, by, shown).equals(key))
                .map(Sent::id)
                .distinct()
                .count());
    assertThat(figure.denominator())
        .as("denominator of %s", what)
        .isEqualTo(
            scheduled.stream()
                .filter(within::apply)
                .filter(sent -> key(sent, ofScheduled, shown).equals(whole))
                .count());
  }

  private static Map<Dimension, String> key(
      Sent sent, List<Dimension> by, Map<Dimension, Set<String>> shown) {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    for (Dimension dimension : by) {
      String value = sent.values().getOrDefault(dimension, "");
      Set<String> first = shown.getOrDefault(dimension, Set.of());
      key.put(dimension, first.contains(value) ? value : Others.VALUE);
    }
    return key;
  }

  private Set<String> first(Dimension dimension, int top, List<Sent> trouble) {
    Map<String, Set<String>> ids = new HashMap<>();
    Map<String, Long> denominators = new HashMap<>();
    trouble.forEach(
        sent ->
            ids.computeIfAbsent(sent.values().getOrDefault(dimension, ""), v -> new HashSet<>())
                .add(sent.id()));
    if (dimension == TEMPLATE || dimension == CHANNEL) {
      scheduled.forEach(sent -> denominators.merge(sent.values().get(dimension), 1L, Long::sum));
    }
    Set<String> all = new TreeSet<>(ids.keySet());
    all.addAll(denominators.keySet());
    return all.stream()
        .sorted(
            Comparator.<String>comparingInt(value -> -ids.getOrDefault(value, Set.of()).size())
                .thenComparing(value -> -denominators.getOrDefault(value, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .limit(top)
        .collect(Collectors.toSet());
  }

  /** A notification may fail several times, on several channels and for several reasons. */
  private void sendWithRareAndFrequentValues() {
    List<AnEvent> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String id = "n" + i;
      String channel = value("channel", 7);
      String template = value("template", 25);
      Instant at = at();
      scheduled.add(new Sent(id, at, Map.of(CHANNEL, channel, TEMPLATE, template)));
      events.add(scheduled(id, channel, template, at.toString()));
      for (int retry = 0; retry < random.nextInt(4); retry++) {
        String other = random.nextInt(5) == 0 ? value("channel", 7) : channel;
        String code = value("code", 12);
        Instant then = at();
        failed.add(
            new Sent(id, then, Map.of(CHANNEL, other, TEMPLATE, template, ERROR_CODE, code)));
        events.add(failed(id, other, retry, code, then.toString()));
      }
      if (random.nextInt(5) == 0) {
        String why = value("reason", 6);
        Instant then = at();
        dropped.add(
            new Sent(id, then, Map.of(CHANNEL, channel, TEMPLATE, template, DROP_REASON, why)));
        events.add(dropped(id, channel, why, then.toString()));
      }
    }
    send(events.toArray(AnEvent[]::new));
  }

  /** The first of the values are the most frequent. */
  private String value(String name, int of) {
    return name + random.nextInt(1 + random.nextInt(of));
  }

  private Instant at() {
    return START.plusSeconds(random.nextInt(DAYS * 86_400));
  }

  private static AnEvent reply(String message, String role, double seconds) {
    return anEvent(CHAT_MESSAGE_REPLIED)
        .of(Property.MESSAGE_ID, message)
        .of(Property.THREAD_ID, "t1")
        .of(Property.CONTRACT_ID, "c1")
        .of(Property.SENDER_ROLE, role)
        .of(Property.FIRST_REPLY_LATENCY_SEC, seconds)
        .at("2026-01-05T10:00:00Z");
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static MetricQuery days(Metric metric) {
    TimeRange range = new TimeRange(START, START.plus(Duration.ofDays(DAYS)));
    return MetricQuery.of(metric, range, Interval.DAY);
  }
}
