package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Dimension;
import comms.catalog.Unit;
import comms.ingestion.Backlog;
import comms.ingestion.PipelineHistory.Count;
import comms.ingestion.PipelineHistory.Step;
import comms.metrics.Bounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What the pipeline view shows of a period: tiles with sums, charts over time, tables. */
record PipelineFigures(
    PipelinePeriod period,
    Instant from,
    Instant to,
    List<Count> totals,
    List<Step> steps,
    Map<Dimension, Long> others) {

  private static final List<String> OF_EVENTS =
      List.of("accepted", "duplicate", "conflict", "quarantined");

  List<Component> tiles(Backlog.State journal, Formats formats) {
    Texts texts = formats.texts();
    String last =
        journal
            .lastStored()
            .map(at -> texts.text("pipeline.last-stored", formats.time(at)))
            .orElse(texts.text("pipeline.nothing-stored"));
    return List.of(
        tile(texts, "accepted", formats.number(sum("accepted"), 0), ""),
        tile(
            texts,
            "duplicate",
            formats.number(sum("duplicate"), 0),
            texts.text("pipeline.conflicts", formats.number(sum("conflict"), 0))),
        tile(texts, "quarantined", formats.number(sum("quarantined"), 0), ""),
        tile(texts, "stripped", formats.number(sum("stripped"), 0), ""),
        tile(
            texts,
            "backlog",
            formats.number(journal.events(), 0),
            texts.text("pipeline.age", formats.duration(journal.age().toMillis() / 1e3))),
        tile(texts, "lag", formats.duration(journal.lag().toMillis() / 1e3), last));
  }

  List<Component> cards(Formats formats) {
    Texts texts = formats.texts();
    return List.of(
        card(
            texts.text("pipeline.outcomes"),
            chart(
                Picture.Shape.STACKED_BARS,
                Unit.COUNT,
                formats,
                texts.text("pipeline.outcomes"),
                Map.entry("accepted", step -> (double) step.accepted()),
                Map.entry("duplicate", step -> (double) step.duplicates()),
                Map.entry("quarantined", step -> (double) step.quarantined()))),
        card(
            texts.text("pipeline.lag"),
            chart(
                Picture.Shape.LINES,
                Unit.SECONDS,
                formats,
                texts.text("pipeline.lag"),
                Map.entry("lag", step -> step.lag().toMillis() / 1e3))),
        card(
            texts.text("pipeline.backlog"),
            chart(
                Picture.Shape.LINES,
                Unit.COUNT,
                formats,
                texts.text("pipeline.backlog"),
                Map.entry("backlog", step -> (double) step.backlog()))),
        card(texts.text("pipeline.by-event"), byEvent(formats)),
        card(texts.text("pipeline.by-property"), byProperty(formats)),
        card(texts.text("pipeline.others"), others(formats)));
  }

  /** Whether the charts and tables would be the same. */
  boolean looksLike(PipelineFigures other) {
    return period == other.period
        && totals.equals(other.totals)
        && steps.equals(other.steps)
        && others.equals(other.others)
        && starts().equals(other.starts());
  }

  private double sum(String outcome) {
    return totals.stream()
        .filter(count -> count.outcome().equals(outcome))
        .mapToLong(Count::n)
        .sum();
  }

  private static Component tile(Texts texts, String key, String value, String note) {
    Span figure = new Span(value);
    figure.addClassName("headline-value");
    Span foot = new Span(note);
    foot.addClassName("sample");
    Article tile =
        new Article(new Header(new H3(texts.text("pipeline." + key))), new Div(figure), foot);
    tile.addClassNames("card", "tile");
    tile.setId("pipeline-" + key);
    return tile;
  }

  private static Component card(String title, Component content) {
    Article card = new Article(new Header(new H3(title)), content);
    card.addClassName("card");
    return card;
  }

  @SafeVarargs
  private Component chart(
      Picture.Shape shape,
      Unit unit,
      Formats formats,
      String title,
      Map.Entry<String, Function<Step, Double>>... lines) {
    Map<Instant, Step> byStart =
        steps.stream().collect(Collectors.toMap(Step::start, Function.identity()));
    List<Instant> starts = starts();
    List<String> labels = starts.stream().map(at -> formats.tick(at, period.length())).toList();
    List<Line> drawn = new ArrayList<>();
    for (Map.Entry<String, Function<Step, Double>> line : lines) {
      List<@Nullable Double> values = new ArrayList<>();
      for (Instant start : starts) {
        Step step = byStart.get(start);
        values.add(step == null ? empty(shape) : line.getValue().apply(step));
      }
      drawn.add(
          new Line(
              lines.length == 1 ? "" : formats.texts().text("pipeline." + line.getKey()),
              shape == Picture.Shape.LINES ? Line.Style.AREA : Line.Style.SOLID,
              Palette.color(drawn.size()),
              values,
              values.stream().map(value -> formats.value(value, unit)).toList(),
              null,
              List.of()));
    }
    Picture picture = new Picture(shape, labels, labels, drawn, unit, List.of());
    return new ChartWithTable(picture, "", title, formats);
  }

  /** Nothing sent counts as none; nothing written has no lag. */
  private static @Nullable Double empty(Picture.Shape shape) {
    return shape == Picture.Shape.STACKED_BARS ? 0.0 : null;
  }

  private List<Instant> starts() {
    long step = period.step().toSeconds();
    return LongStream.rangeClosed(
            Math.floorDiv(from.getEpochSecond(), step), Math.floorDiv(to.getEpochSecond(), step))
        .mapToObj(n -> Instant.ofEpochSecond(n * step))
        .toList();
  }

  private Component byEvent(Formats formats) {
    Map<String, Map<String, Long>> byName = new TreeMap<>();
    for (Count count : totals) {
      if (OF_EVENTS.contains(count.outcome())) {
        byName
            .computeIfAbsent(count.name(), _ -> new HashMap<>())
            .merge(count.outcome(), count.n(), Long::sum);
      }
    }
    List<String> columns = new ArrayList<>(List.of(formats.texts().text("pipeline.event")));
    OF_EVENTS.forEach(outcome -> columns.add(formats.texts().text("pipeline." + outcome)));
    List<List<String>> rows = new ArrayList<>();
    byName.forEach(
        (name, counts) -> {
          List<String> row = new ArrayList<>(List.of(name));
          OF_EVENTS.forEach(
              outcome -> row.add(formats.number(counts.getOrDefault(outcome, 0L), 0)));
          rows.add(row);
        });
    return table(formats.texts(), "pipeline.by-event", columns, rows);
  }

  private Component byProperty(Formats formats) {
    List<List<String>> rows =
        totals.stream()
            .filter(count -> count.outcome().equals("stripped"))
            .map(count -> List.of(count.name(), formats.number(count.n(), 0)))
            .toList();
    Texts texts = formats.texts();
    return table(
        texts,
        "pipeline.by-property",
        List.of(texts.text("pipeline.property"), texts.text("pipeline.stripped")),
        rows);
  }

  /** What has more values than dashboards tell apart. */
  private Component others(Formats formats) {
    Texts texts = formats.texts();
    if (others.isEmpty()) {
      return new Paragraph(texts.text("pipeline.others.none"));
    }
    String shown = formats.number(Bounds.SHOWN, 0);
    Paragraph what = new Paragraph(texts.text("pipeline.others.what", shown));
    List<List<String>> rows = new ArrayList<>();
    others.forEach(
        (dimension, more) ->
            rows.add(
                List.of(texts.text("record." + dimension.wireName()), formats.number(more, 0))));
    return new Div(
        what,
        table(
            texts,
            "pipeline.others",
            List.of(texts.text("pipeline.property"), texts.text("pipeline.others.more")),
            rows));
  }

  private static Component table(
      Texts texts, String caption, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return new Paragraph(texts.text("pipeline.none"));
    }
    return new PictureTable(
        texts.text(caption),
        columns,
        rows.stream().map(row -> row.stream().map(PictureTable.Cell::of).toList()).toList());
  }
}
