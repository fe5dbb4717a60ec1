package comms.dashboard;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.Target;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is certain about a latency, since a histogram only counts: between which of its bounds the
 * percentile lies, and how many deliveries took no longer than the target.
 */
class LatencyVerdict extends UnorderedList {

  private static final long serialVersionUID = 1L;

  private static final String SHARE_TO = "share_to_";

  private final transient Pen pen;

  LatencyVerdict(MetricResult result, Pen pen) {
    this.pen = pen;
    addClassName("verdict");
    for (Target target : result.targets()) {
      Answers.whole(result, target.stat())
          .map(MetricResult.Series::total)
          .filter(figure -> figure.extra().containsKey("bucket_from"))
          .ifPresent(
              figure -> add(new ListItem(interval(figure, target) + " " + share(figure, target))));
    }
  }

  private String interval(Figure figure, Target target) {
    String stat = pen.stat(target.stat());
    String from = pen.value(figure.extra().get("bucket_from"));
    @Nullable Double to = figure.extra().get("bucket_to");
    return to == null
        ? pen.text("latency.verdict.above", stat, from)
        : pen.text("latency.verdict.between", stat, from, pen.value(to));
  }

  /** The share up to the target; a target between two bounds leaves it between two shares. */
  private String share(Figure figure, Target target) {
    String limit = pen.value(target.value());
    String least = percent(nearest(figure, target.value(), false));
    String most = percent(nearest(figure, target.value(), true));
    return least.equals(most)
        ? pen.text("latency.verdict.share", limit, least)
        : pen.text("latency.verdict.share-between", limit, least, most);
  }

  /** The share up to the last bound that is not above the value, or to the first not below it. */
  private static double nearest(Figure figure, double value, boolean above) {
    Stream<Map.Entry<Double, Double>> shares =
        figure.extra().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(SHARE_TO))
            .flatMap(LatencyVerdict::bound)
            .filter(bound -> above ? bound.getKey() >= value : bound.getKey() <= value);
    Comparator<Map.Entry<Double, Double>> order = Map.Entry.comparingByKey();
    return above
        ? shares.min(order).map(Map.Entry::getValue).orElse(1.0)
        : shares.max(order).map(Map.Entry::getValue).orElse(0.0);
  }

  private static Stream<Map.Entry<Double, Double>> bound(
      Map.Entry<String, @Nullable Double> extra) {
    Double share = extra.getValue();
    String bound = extra.getKey().substring(SHARE_TO.length());
    return share == null ? Stream.of() : Stream.of(Map.entry(Double.valueOf(bound), share));
  }

  private String percent(double share) {
    return pen.formats().percent(share, 2);
  }
}
