package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.dashboard.PictureTable.Cell;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The percentiles that Prometheus measures, and beside them those of the events, by channel. */
class LatencyDrawing implements Drawing {

  private static final String EVENTS = "events";

  private static final List<Stat> PERCENTILES = List.of(Stat.P50, Stat.P95, Stat.P99);

  private static final LinesDrawing HISTOGRAM =
      LinesDrawing.of(Line.Style.SOLID, Stat.P50, Stat.P95, Stat.P99);

  @Override
  public Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    return Map.of(EVENTS, ofEvents(whole).withBy(Dimension.DELIVERY_CHANNEL));
  }

  @Override
  public MetricQuery asked(MetricQuery whole, Mark mark) {
    return mark.key().containsKey(Dimension.DELIVERY_CHANNEL) ? ofEvents(whole) : whole;
  }

  /** Events know no instance; only Prometheus does. */
  private static MetricQuery ofEvents(MetricQuery whole) {
    Map<Dimension, Set<String>> filters = new TreeMap<>(whole.filters());
    filters.remove(Dimension.INSTANCE);
    return whole.withFilters(filters);
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    ChartWithTable histogram =
        new ChartWithTable(
            HISTOGRAM.picture(answers, pen),
            pen.text("latency.prometheus"),
            Sentence.of(answers, pen),
            pen);
    Div events = new Div(new H4(pen.text("latency.events")), byChannel(answers.of(EVENTS), pen));
    new LatencyGap(answers.whole(), answers.of(EVENTS), pen).chart(Stat.P95).ifPresent(events::add);
    Div both = new Div(histogram, events);
    both.addClassNames("side-by-side", "wide-first");
    return new Div(new LatencyVerdict(answers.whole(), pen), both);
  }

  private static Component byChannel(MetricResult result, Pen pen) {
    Set<String> channels = new LinkedHashSet<>();
    Answers.parts(result, Stat.P95).forEach(series -> channels.add(Answers.part(series)));
    if (channels.isEmpty()) {
      return new Paragraph(pen.text("no-data"));
    }
    List<String> columns =
        Stream.concat(
                Stream.of(pen.text("dimension.delivery_channel")),
                Stream.concat(
                    PERCENTILES.stream().map(pen::stat), Stream.of(pen.text("table.samples"))))
            .toList();
    List<List<Cell>> rows = channels.stream().map(channel -> row(channel, result, pen)).toList();
    return new PictureTable(pen.text("latency.events.caption"), columns, rows);
  }

  private static List<Cell> row(String channel, MetricResult result, Pen pen) {
    String name = pen.texts().value("delivery_channel", channel);
    Stream<Cell> figures =
        PERCENTILES.stream()
            .map(
                stat ->
                    of(channel, result, stat)
                        .map(s -> Cell.of(pen.value(s.total().value()), Mark.total(result, s))))
            .map(figure -> figure.findFirst().orElse(Cell.of(Formats.NOTHING)));
    Cell samples =
        of(channel, result, Stat.P95)
            .map(s -> Cell.of(pen.formats().number(s.total().samples(), 0), Mark.total(result, s)))
            .findFirst()
            .orElse(Cell.of(Formats.NOTHING));
    return Stream.concat(Stream.of(Cell.of(name)), Stream.concat(figures, Stream.of(samples)))
        .toList();
  }

  private static Stream<Series> of(String channel, MetricResult result, Stat stat) {
    return Answers.parts(result, stat).stream().filter(s -> Answers.part(s).equals(channel));
  }
}
