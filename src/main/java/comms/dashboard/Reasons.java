package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import comms.metrics.Others;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong on each channel and how often, the most frequent first; what is not told apart
 * comes last.
 *
 * @param compared whether there is something to compare with
 */
record Reasons(SortedMap<String, List<Reason>> channels, boolean compared) {

  /**
   * One of them.
   *
   * @param before how often it was in the compared period; 0 without one
   * @param templates how often it was by template, the most frequent first
   */
  record Reason(
      String channel,
      String name,
      double count,
      double before,
      Mark mark,
      List<Template> templates) {

    double growth() {
      return count - before;
    }
  }

  /** How often one template was concerned. */
  record Template(String name, double count, Mark mark) {}

  /**
   * The reasons in an answer by channel and reason.
   *
   * @param templates the same by template too
   * @param before the answer of the compared period, null without one
   */
  static Reasons of(
      Dimension reason,
      Stat counted,
      MetricResult now,
      MetricResult templates,
      @Nullable MetricResult before) {
    SortedMap<String, List<Reason>> channels =
        Answers.parts(now, counted).stream()
            .filter(series -> count(series) > 0)
            .map(
                series ->
                    new Reason(
                        value(series, Dimension.CHANNEL),
                        value(series, reason),
                        count(series),
                        before == null ? 0 : count(before, series),
                        Mark.total(now, series),
                        templates(series, templates)))
            .sorted(
                Comparator.comparing((Reason one) -> Others.is(one.name()))
                    .thenComparing(Comparator.comparingDouble(Reason::count).reversed()))
            .collect(Collectors.groupingBy(Reason::channel, TreeMap::new, Collectors.toList()));
    return new Reasons(channels, before != null);
  }

  private static List<Template> templates(Series of, MetricResult templates) {
    return Answers.parts(templates, of.stat()).stream()
        .filter(series -> series.key().entrySet().containsAll(of.key().entrySet()))
        .filter(series -> count(series) > 0)
        .map(
            series ->
                new Template(
                    value(series, Dimension.TEMPLATE),
                    count(series),
                    Mark.total(templates, series)))
        .sorted(
            Comparator.comparing((Template one) -> Others.is(one.name()))
                .thenComparing(Comparator.comparingDouble(Template::count).reversed()))
        .toList();
  }

  private static double count(MetricResult result, Series like) {
    return Answers.parts(result, like.stat()).stream()
        .filter(series -> series.key().equals(like.key()))
        .mapToDouble(Reasons::count)
        .sum();
  }

  /** Attempts by their number; of a share its numerator. */
  private static double count(Series series) {
    return series.stat() == Stat.ATTEMPTS
        ? Objects.requireNonNullElse(series.total().value(), 0.0)
        : series.total().numerator();
  }

  private static String value(Series series, Dimension dimension) {
    return series.key().getOrDefault(dimension, "");
  }

  /** What has grown most against the compared period, if anything has. */
  Optional<Reason> grownMost() {
    return channels.values().stream()
        .flatMap(Collection::stream)
        .filter(reason -> compared && reason.growth() > 0 && !reason.mark().ofOthers())
        .max(Comparator.comparingDouble(Reason::growth));
  }

  static double sum(List<Reason> reasons) {
    return reasons.stream().mapToDouble(Reason::count).sum();
  }

  boolean isEmpty() {
    return channels.isEmpty();
  }

  /** The greatest count of all. */
  double greatest() {
    return channels.values().stream()
        .flatMap(Collection::stream)
        .mapToDouble(Reason::count)
        .max()
        .orElse(1);
  }

  Collection<Map.Entry<String, List<Reason>>> byChannel() {
    return channels.entrySet();
  }
}
