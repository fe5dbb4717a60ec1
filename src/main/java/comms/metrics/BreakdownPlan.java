package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Property;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides which values of a breakdown get series of their own, and refuses a breakdown that would
 * make more figures than an answer may have, before it is asked for.
 */
@Component
class BreakdownPlan {

  /** Where a count of keys stops. */
  private static final long COUNTED = 1_000_000;

  private final AnswerCache<MetricQuery, Long> counts;
  private final AnswerCache<Ranked, ShownValues> ranked;

  BreakdownPlan(SelectKeys select, StoredGeneration generation, Clock clock) {
    this.counts =
        new AnswerCache<>(
            generation, clock, MetricQuery::range, query -> select.count(query, COUNTED), _ -> 0);
    this.ranked =
        new AnswerCache<>(
            generation,
            clock,
            question -> question.query().range(),
            question -> select.first(question.query(), question.dimension(), question.most()),
            Weight::of);
  }

  /** A question for the first values of a dimension. */
  private record Ranked(MetricQuery query, Dimension dimension, int most) {}

  /**
   * A question that can be asked.
   *
   * @param query with the values that are told apart
   * @param others how many values are not, by dimension
   */
  record Planned(MetricQuery query, Width width, Map<Dimension, Long> others) {}

  /**
   * @throws TooWide when the answer would be too large
   */
  Planned plan(MetricQuery query, int buckets) {
    Map<Dimension, Long> others = new EnumMap<>(Dimension.class);
    MetricQuery told = query.top() == null ? query : told(query, query.top(), others);
    Width width = new Width(query.metric(), buckets, mostKeys(told));
    if (width.keys() == Long.MAX_VALUE || width.figures() > Bounds.FIGURES) {
      width = new Width(query.metric(), buckets, counts.answer(told));
    }
    width.check();
    return new Planned(told, width, others);
  }

  private MetricQuery told(MetricQuery query, Top top, Map<Dimension, Long> others) {
    Map<Dimension, Set<String>> shown = new EnumMap<>(Dimension.class);
    for (Dimension dimension : query.by()) {
      ShownValues first = first(query, dimension, top);
      // What was ranked in another period says nothing about how many there are in this one.
      if (top.rankedIn() != null || first.others() > 0) {
        shown.put(dimension, new LinkedHashSet<>(first.values()));
      }
      if (top.rankedIn() == null && first.others() > 0) {
        others.put(dimension, first.others());
      }
    }
    return query.withShown(shown);
  }

  /** The first values of a dimension of that question, whatever it is broken down by. */
  ShownValues first(MetricQuery query, Dimension dimension, Top top) {
    MetricQuery asked =
        query
            .withInterval(Interval.TOTAL)
            .withBy(dimension)
            .withRange(top.rankedIn() == null ? query.range() : top.rankedIn())
            .withTop(null);
    return ranked.answer(new Ranked(asked, dimension, top.most()));
  }

  /** As many keys as there can be whatever was sent; the greatest number where nothing says. */
  private static long mostKeys(MetricQuery query) {
    long keys = query.metric() == comms.catalog.Metric.DISPUTE_OUTCOMES ? 5 : 1;
    for (Dimension dimension : query.by()) {
      Set<String> shown = query.shown().get(dimension);
      Set<String> allowed = allowed(dimension);
      if (shown != null) {
        keys *= shown.size() + 1;
      } else if (!allowed.isEmpty()) {
        keys *= allowed.size() + 1;
      } else {
        return Long.MAX_VALUE;
      }
    }
    return keys;
  }

  /** The values that senders are held to; empty where any will do. */
  private static Set<String> allowed(Dimension dimension) {
    return Property.named(dimension.wireName()).map(Property::allowed).orElse(Set.of());
  }
}
