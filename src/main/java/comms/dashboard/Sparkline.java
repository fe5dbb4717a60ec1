package comms.dashboard;

import com.vaadin.flow.component.Svg;
import comms.catalog.Stat;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shape of a metric over the period, without axes; gaps where there is no data. */
class Sparkline extends Svg {

  private static final long serialVersionUID = 1L;

  private static final double WIDTH = 240;
  private static final double HEIGHT = 40;
  private static final double MARGIN = 3;

  Sparkline(Answers answers, String description) {
    super(draw(values(answers)));
    getElement().setAttribute("class", "sparkline");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", description);
  }

  private static List<@Nullable Double> values(Answers answers) {
    MetricResult result = answers.whole();
    Headline first = Headline.of(answers).get(0);
    List<Series> series =
        Answers.whole(result, first.stat())
            .map(List::of)
            .orElseGet(() -> Answers.parts(result, first.stat()));
    List<@Nullable Double> values = new ArrayList<>();
    int buckets = series.isEmpty() ? 0 : series.getFirst().points().size();
    for (int i = 0; i < buckets; i++) {
      values.add(sum(series, i));
    }
    return values;
  }

  /** The value of the bucket, of all parts together where the answer has only parts. */
  private static @Nullable Double sum(List<Series> series, int bucket) {
    Double sum = null;
    for (Series part : series) {
      Point point = part.points().get(bucket);
      Double value = point.figure().value();
      if (value == null && part.stat() == Stat.COUNT) {
        // Nothing happened, which for a count is a figure.
        value = 0.0;
      }
      // A running bucket would look like a fall.
      if (value != null && !point.partial()) {
        sum = sum == null ? value : sum + value;
      }
    }
    return sum;
  }

  private static String draw(List<@Nullable Double> values) {
    double[] known = values.stream().filter(Objects::nonNull).mapToDouble(v -> v).toArray();
    double least = IntStream.range(0, known.length).mapToDouble(i -> known[i]).min().orElse(0);
    double most = IntStream.range(0, known.length).mapToDouble(i -> known[i]).max().orElse(0);
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value != null) {
        double share = most == least ? 0.5 : (value - least) / (most - least);
        double x = values.size() == 1 ? WIDTH / 2 : i * WIDTH / (values.size() - 1);
        double y = HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", drawing ? "L" : "M", x, y));
      }
      drawing = value != null;
    }
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\"><path d=\"%s\"/></svg>",
        WIDTH,
        HEIGHT,
        path);
  }
}
