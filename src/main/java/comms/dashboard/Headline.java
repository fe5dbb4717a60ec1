package comms.dashboard;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a metric is known by: what it is, what it should be and how it has changed.
 *
 * @param mark the figure itself, null where there is none
 * @param before the figure of the compared period, null where there is none
 */
record Headline(
    Stat stat,
    @Nullable Double value,
    double samples,
    @Nullable Target target,
    @Nullable Mark mark,
    @Nullable Double before) {

  /** One for each target; a metric without targets has its value or its count. */
  static List<Headline> of(Answers answers) {
    MetricResult result = answers.whole();
    if (result.metric() == Metric.DISPUTE_OUTCOMES) {
      return List.of(counted(answers));
    }
    List<Target> targets = result.targets();
    if (targets.isEmpty()) {
      return List.of(headline(answers, Stat.VALUE, null));
    }
    return targets.stream().map(target -> headline(answers, target.stat(), target)).toList();
  }

  private static Headline headline(Answers answers, Stat stat, @Nullable Target target) {
    Optional<Series> series = Answers.whole(answers.whole(), stat);
    return new Headline(
        stat,
        series.map(s -> s.total().value()).orElse(null),
        series.map(s -> s.total().samples()).orElse(0.0),
        target,
        series
            .filter(s -> s.total().value() != null)
            .map(s -> Mark.total(answers.whole(), s))
            .orElse(null),
        answers.compared().map(c -> Answers.total(c, stat)).orElse(null));
  }

  private static Headline counted(Answers answers) {
    Double count = count(answers.whole());
    return new Headline(
        Stat.COUNT,
        count,
        count == null ? 0 : count,
        null,
        Answers.whole(answers.whole(), Stat.COUNT)
            .map(s -> Mark.total(answers.whole(), s))
            .orElse(null),
        answers.compared().map(Headline::count).orElse(null));
  }

  /** The count of the whole, or of all the parts where the answer has only parts. */
  private static @Nullable Double count(MetricResult result) {
    Double whole = Answers.total(result, Stat.COUNT);
    if (whole != null) {
      return whole;
    }
    List<Double> parts =
        Answers.parts(result, Stat.COUNT).stream()
            .flatMap(series -> Optional.ofNullable(series.total().value()).stream())
            .toList();
    return parts.isEmpty() ? null : parts.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Null where there is nothing to compare with. */
  @Nullable Change change(Unit unit, Formats formats) {
    return value == null || before == null ? null : new Change(value, before, unit, formats);
  }
}
