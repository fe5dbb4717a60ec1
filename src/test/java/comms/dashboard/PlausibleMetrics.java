package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Status;
import comms.catalog.Target;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import comms.metrics.Metrics;
import comms.targets.TargetHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Metrics made up from waves: every metric has a shape, and the same question the same answer. */
class PlausibleMetrics implements Metrics {

  private final Clock clock;
  private final ZoneId zone;

  PlausibleMetrics(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public MetricResult query(MetricQuery query) {
    List<Series> series = new ArrayList<>();
    if (query.by().isEmpty()) {
      stats(query.metric()).forEach(stat -> series.add(series(query, Map.of(), stat, 0)));
    } else {
      List<Map<Dimension, String>> keys = keys(query.by());
      for (int part = 0; part < keys.size(); part++) {
        for (Stat stat : stats(query.metric(), query.by().get(0))) {
          series.add(series(query, keys.get(part), stat, part));
        }
      }
    }
    return new MetricResult(
        query.metric(),
        zone,
        query.interval(),
        query.range(),
        clock.instant(),
        TargetHistory.unchanged(query.metric()),
        status(query.metric().targets(), series),
        series);
  }

  private static Status status(List<Target> targets, List<Series> series) {
    Status worst = Status.NO_DATA;
    for (Target target : targets) {
      Optional<Double> value =
          series.stream()
              .filter(s -> s.stat() == target.stat())
              .flatMap(s -> Optional.ofNullable(s.total().value()).stream())
              .findFirst();
      worst = worst.worse(value.map(target::statusOf).orElse(Status.NO_DATA));
    }
    return worst;
  }

  private static List<Stat> stats(Metric metric) {
    return switch (metric) {
      case CHAT_TO_CONTRACT -> List.of(Stat.VALUE, Stat.STEP1, Stat.STEP2, Stat.STEP3);
      case FIRST_RESPONSE_TIME, WS_LATENCY -> List.of(Stat.P50, Stat.P95, Stat.P99, Stat.MEAN);
      case DISPUTE_OUTCOMES -> List.of(Stat.COUNT);
      case DELIVERY_FAILURES -> List.of(Stat.VALUE, Stat.ATTEMPTS);
      default -> List.of(Stat.VALUE);
    };
  }

  private static List<Stat> stats(Metric metric, Dimension by) {
    return by == Dimension.ERROR_CODE ? List.of(Stat.VALUE, Stat.ATTEMPTS) : stats(metric);
  }

  /** Every combination of the values of these dimensions. */
  private static List<Map<Dimension, String>> keys(List<Dimension> by) {
    List<Map<Dimension, String>> keys = List.of(Map.of());
    for (Dimension dimension : by) {
      List<Map<Dimension, String>> longer = new ArrayList<>();
      for (Map<Dimension, String> key : keys) {
        for (String value : values(dimension)) {
          Map<Dimension, String> more = new TreeMap<>(key);
          more.put(dimension, value);
          longer.add(more);
        }
      }
      keys = longer;
    }
    return keys;
  }

  private static List<String> values(Dimension by) {
    return switch (by) {
      case RESOLUTION -> List.of("win_client", "win_freelancer", "split", "cancelled");
      case INITIATOR_ROLE -> List.of("client", "freelancer", "");
      case DELIVERY_CHANNEL -> List.of("ws", "sse", "poll");
      case CHANNEL -> List.of("email", "web_push");
      case ERROR_CODE -> List.of("smtp_550", "smtp_421", "push_410_gone", "timeout", "");
      case DROP_REASON -> List.of("unsubscribed", "throttled", "blocked_by_provider");
      default -> List.of("first", "second");
    };
  }

  private Series series(MetricQuery query, Map<Dimension, String> key, Stat stat, int part) {
    List<Point> points = new ArrayList<>();
    Instant now = clock.instant();
    double sum = 0;
    int known = 0;
    ZonedDateTime at = start(query.range().from().atZone(zone), query.interval());
    for (int i = 0; at.toInstant().isBefore(query.range().to()); i++) {
      ZonedDateTime next = next(at, query);
      boolean future = at.toInstant().isAfter(now);
      boolean gap = query.metric() == Metric.WS_RECONNECTS && i % 11 == 7;
      double wave = at.toEpochSecond() / 86400.0;
      Double value = future || gap ? null : shape(query.metric(), stat, part, wave);
      points.add(new Point(at.toInstant(), figure(stat, value), next.toInstant().isAfter(now)));
      sum += value == null ? 0 : value;
      known += value == null ? 0 : 1;
      at = next;
    }
    boolean counts = COUNTS.contains(stat);
    Double total = known == 0 ? null : counts ? (Double) sum : (Double) (sum / known);
    return new Series(key, stat, points, figure(stat, total));
  }

  private static final List<Stat> COUNTS =
      List.of(Stat.STEP1, Stat.STEP2, Stat.STEP3, Stat.COUNT, Stat.ATTEMPTS);

  private static Figure figure(Stat stat, @Nullable Double value) {
    if (value == null) {
      return new Figure(null, 0, 0, 0);
    }
    Map<String, @Nullable Double> extra =
        switch (stat) {
          case STEP2 -> Map.of("median_step_sec", 5_400.0);
          case STEP3 -> Map.of("median_step_sec", 190_800.0);
          case VALUE -> Map.of("response_rate", 0.37);
          default -> Map.of();
        };
    return new Figure(value, Math.round(value * 1200), 1200, 1200, extra);
  }

  private static double shape(Metric metric, Stat stat, int part, double day) {
    double slow = Math.sin(day / 9 + part);
    double fast = Math.sin(day * 2.1 + metric.id().length() + part);
    return switch (metric) {
      case CONTACT_SHARE -> 0.958 + 0.012 * slow;
      case CHAT_TO_CONTRACT ->
          switch (stat) {
            case STEP1 -> Math.round(220 + 40 * fast);
            case STEP2 -> Math.round(150 + 20 * fast);
            case STEP3 -> Math.round(81 + 12 * fast);
            default -> 0.365 + 0.04 * slow;
          };
      case FIRST_RESPONSE_TIME -> percentile(stat, 95 + 20 * fast, 560 + 120 * slow, 1400);
      case DISPUTE_RATE -> 0.061 + 0.02 * slow + 0.004 * fast;
      case DISPUTE_OUTCOMES -> Math.round(14 - 3 * part + 4 * fast);
      case DISPUTE_NPS -> 33 + 14 * slow + 4 * fast - 6 * part;
      case WS_LATENCY -> percentile(stat, 120 + 20 * fast, 870 + 150 * slow, 1700 + 400 * slow);
      case DELIVERY_FAILURES ->
          stat == Stat.ATTEMPTS
              ? Math.round(60 - 12 * part + 8 * fast)
              : 0.0062 + 0.002 * slow + 0.001 * part;
      case DELIVERY_DROPS -> 0.0078 + 0.002 * fast + 0.001 * part;
      case WS_RECONNECTS -> 1.9 + 0.5 * slow + 0.2 * fast;
    };
  }

  private static double percentile(Stat stat, double p50, double p95, double p99) {
    return switch (stat) {
      case P50 -> p50;
      case P95 -> p95;
      case P99 -> p99;
      default -> p50 * 1.7;
    };
  }

  private static ZonedDateTime start(ZonedDateTime from, Interval interval) {
    return switch (interval) {
      case WEEK -> from.minusDays(from.getDayOfWeek().getValue() - 1L);
      case MONTH -> from.withDayOfMonth(1);
      default -> from;
    };
  }

  private ZonedDateTime next(ZonedDateTime at, MetricQuery query) {
    return switch (query.interval()) {
      case HOUR -> at.plusHours(1);
      case DAY -> at.plusDays(1);
      case WEEK -> at.plusWeeks(1);
      case MONTH -> at.plusMonths(1);
      case TOTAL ->
          at.plus(
              ChronoUnit.SECONDS.between(at.toInstant(), query.range().to()), ChronoUnit.SECONDS);
    };
  }
}
