package comms.dashboard;

import comms.annotations.Annotation;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import comms.metrics.Others;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a card's questions, by the questions' names.
 *
 * @param annotations what happened, at any time
 * @param keptFrom when they were given, if the store gives no newer ones; null where they are new
 */
record Answers(
    Map<String, MetricResult> results, List<Annotation> annotations, @Nullable Instant keptFrom) {

  Answers(Map<String, MetricResult> results) {
    this(results, List.of(), null);
  }

  /** The same, given again later; null when they are new. */
  Answers keptFrom(@Nullable Instant at) {
    return new Answers(results, annotations, at);
  }

  static final String WHOLE = "whole";
  static final String COMPARED = "compared";

  /** Whether the question of that name is about what the period is compared with. */
  static boolean isOfComparison(String question) {
    return question.startsWith(COMPARED);
  }

  MetricResult whole() {
    return of(WHOLE);
  }

  Optional<MetricResult> compared() {
    return Optional.ofNullable(results.get(COMPARED));
  }

  MetricResult of(String question) {
    MetricResult result = results.get(question);
    if (result == null) {
      throw new IllegalArgumentException("no such question: " + question);
    }
    return result;
  }

  /** The series of the whole, not of a part of a breakdown. */
  static Optional<Series> whole(MetricResult result, Stat stat) {
    return result.series().stream()
        .filter(series -> series.key().isEmpty() && series.stat() == stat)
        .findFirst();
  }

  /** The series of a breakdown's parts. */
  static List<Series> parts(MetricResult result, Stat stat) {
    return result.series().stream()
        .filter(series -> !series.key().isEmpty() && series.stat() == stat)
        .toList();
  }

  /** The value of a breakdown's part; empty where senders gave none. */
  static String part(Series series) {
    return series.key().values().iterator().next();
  }

  /** The values of every breakdown that was asked for. */
  Set<String> parts() {
    return results.values().stream()
        .flatMap(result -> result.series().stream())
        .flatMap(series -> series.key().values().stream())
        .filter(value -> !Others.is(value))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many values of a dimension are not told apart, where there are such. */
  Map<Dimension, Long> others() {
    Map<Dimension, Long> others = new TreeMap<>();
    results
        .values()
        .forEach(result -> result.others().forEach((by, n) -> others.merge(by, n, Math::max)));
    return others;
  }

  static @Nullable Double total(MetricResult result, Stat stat) {
    return whole(result, stat).map(Series::total).map(Figure::value).orElse(null);
  }

  /** Whether there is nothing to show: no figure in any bucket. */
  boolean isEmpty() {
    return results.entrySet().stream()
        .filter(entry -> !isOfComparison(entry.getKey()))
        .flatMap(entry -> entry.getValue().series().stream())
        .allMatch(
            series -> {
              boolean counts = series.stat() == Stat.COUNT || series.stat() == Stat.ATTEMPTS;
              Double total = series.total().value();
              return total == null || (counts && total == 0);
            });
  }

  /** Whether nothing at all was ever stored. */
  boolean storeIsEmpty() {
    return whole().freshUntil().equals(Instant.EPOCH);
  }

  /** Whether the period is still running. */
  boolean partial() {
    return whole().series().stream().flatMap(s -> s.points().stream()).anyMatch(Point::partial);
  }
}
