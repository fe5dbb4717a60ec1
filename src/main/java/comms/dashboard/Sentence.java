package comms.dashboard;

import comms.catalog.Target;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a chart says, in words, for those who cannot see it. */
final class Sentence {

  private Sentence() {}

  static String of(Answers answers, Pen pen) {
    MetricResult result = answers.whole();
    List<String> parts = new ArrayList<>();
    for (Headline headline : Headline.of(answers)) {
      String value = pen.value(headline.value());
      Target target = headline.target();
      parts.add(
          target == null
              ? pen.text("sentence.value", pen.stat(headline.stat()), value)
              : pen.text(
                  "sentence.target",
                  pen.stat(headline.stat()),
                  value,
                  pen.formats().target(target, pen.metric().unit())));
      Answers.whole(result, headline.stat()).ifPresent(s -> parts.addAll(extremes(s, result, pen)));
    }
    String status = pen.text("status." + result.status().wireName());
    return pen.text("metric." + result.metric().id())
        + ": "
        + String.join("; ", parts)
        + ". "
        + pen.text("sentence.status", status);
  }

  private static List<String> extremes(Series series, MetricResult result, Pen pen) {
    List<Point> known = series.points().stream().filter(p -> p.figure().value() != null).toList();
    if (known.size() < 2) {
      return List.of();
    }
    Comparator<Point> byValue =
        Comparator.comparingDouble(p -> p.figure().value() instanceof Double v ? v : 0);
    return List.of(
        extreme("sentence.lowest", known.stream().min(byValue).orElseThrow(), result, pen),
        extreme("sentence.highest", known.stream().max(byValue).orElseThrow(), result, pen));
  }

  private static String extreme(String key, Point point, MetricResult result, Pen pen) {
    return pen.text(
        key,
        pen.value(point.figure().value()),
        pen.formats().bucket(point.start(), result.interval()));
  }
}
