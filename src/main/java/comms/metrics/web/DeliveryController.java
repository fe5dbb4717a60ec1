package comms.metrics.web;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Interval;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import comms.metrics.Top;
import comms.metrics.UnmatchedValues;
import comms.metrics.Waterfall;
import comms.metrics.Waterfalls;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves what became of notifications, and what may still go wrong today. */
@RestController
@RequestMapping("/api/v1/delivery")
@Tag(name = "Delivery")
class DeliveryController {

  private static final List<Metric> BUDGETED =
      List.of(Metric.DELIVERY_FAILURES, Metric.DELIVERY_DROPS);

  private static final Top CHANNELS = Top.of(50);

  private final Waterfalls waterfalls;
  private final Metrics metrics;
  private final Clock clock;
  private final ZoneId zone;

  DeliveryController(Waterfalls waterfalls, Metrics metrics, Clock clock, ZoneId zone) {
    this.waterfalls = waterfalls;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  @Operation(
      summary = "Tells what became of the notifications of a period",
      description =
          """
          Over all and by channel. Of the notifications scheduled in the period each is in one of \\
          `failed_only`, `dropped_only`, `failed_and_dropped` and `untroubled`, so that these add \\
          up to `scheduled`. `failed` and `dropped` are the numerators of delivery-failures and \\
          delivery-drops; `failed_unscheduled` and `dropped_unscheduled` of them were not scheduled \\
          in the period. `attempts` are failed attempts, not notifications. Parameters: `from` \\
          (included), `to` (excluded), `filter.channel`, `filter.template`, repeated for several. \\
          The records behind a part are those of delivery-failures with `part`. Of channels, \
          reasons and codes the 50 most frequent are told apart, or as many as `top` says; the \
          other channels are the one with `others`, the other reasons `dropped_by_other_reasons`, \
          the other codes `by_other_error_codes`.
          """)
  @Requires(Permission.DELIVERY_FIGURES)
  @GetMapping("/waterfall")
  WaterfallAnswer waterfall(@RequestParam MultiValueMap<String, String> parameters) {
    for (String name : List.of("interval", "by", "window", "scope")) {
      if (parameters.containsKey(name)) {
        throw new InvalidMetricQuery("a waterfall has no " + name);
      }
    }
    MetricQuery query = new MetricParameters(parameters, zone).read(Metric.DELIVERY_FAILURES);
    Waterfall.Question every = new Waterfall.Question(query.range(), query.filters());
    Waterfall.Question question = query.top() == null ? every : every.withTop(query.top());
    return WaterfallAnswer.of(waterfalls.of(question), zone, unmatched(question));
  }

  /** What is neither among the failures, nor the drops, nor what was scheduled. */
  private Map<Dimension, Set<String>> unmatched(Waterfall.Question question) {
    Map<Dimension, Set<String>> unmatched =
        UnmatchedValues.of(question.to(Metric.DELIVERY_FAILURES), metrics);
    Map<Dimension, Set<String>> drops =
        UnmatchedValues.of(question.to(Metric.DELIVERY_DROPS), metrics);
    Map<Dimension, Set<String>> both = new TreeMap<>();
    unmatched.forEach(
        (dimension, values) -> {
          Set<String> some = new TreeSet<>(values);
          some.retainAll(drops.getOrDefault(dimension, Set.of()));
          if (!some.isEmpty()) {
            both.put(dimension, some);
          }
        });
    return both;
  }

  @Operation(
      summary = "Tells how many more notifications may go wrong today",
      description =
          """
          For delivery-failures and delivery-drops, over all (`channel` null) and by channel: \\
          `allowed` is the target of the notifications scheduled today so far, rounded down, and \\
          `left` what remains of it, negative when it is overspent. `at_end_of_day` is a projection \\
          at the rate so far; null in the first hour of the day. Parameters: `filter.channel`, \\
          `filter.template`. Of more than 50 channels those with the most failed or dropped ones \
          are told apart; the budget of the rest has `others`.
          """)
  @Requires(Permission.DELIVERY_FIGURES)
  @GetMapping("/budget")
  BudgetAnswer budget(@RequestParam MultiValueMap<String, String> parameters) {
    for (String name : parameters.keySet()) {
      if (!name.startsWith("filter.")) {
        throw new InvalidMetricQuery("a budget has no " + name);
      }
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    TimeRange day =
        new TimeRange(
            today.atStartOfDay(zone).toInstant(), today.plusDays(1).atStartOfDay(zone).toInstant());
    BudgetAnswer.Collector answer = new BudgetAnswer.Collector(day, now, zone);
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>(parameters);
    all.add("from", day.from().toString());
    all.add("to", day.to().toString());
    for (Metric metric : BUDGETED) {
      MetricQuery query = new MetricParameters(all, zone).read(metric).withInterval(Interval.TOTAL);
      Waterfall.checkFilters(query.filters().keySet());
      answer.add(metrics.query(query));
      answer.add(metrics.query(query.withBy(Dimension.CHANNEL).withTop(CHANNELS)));
    }
    return answer.answer();
  }
}
