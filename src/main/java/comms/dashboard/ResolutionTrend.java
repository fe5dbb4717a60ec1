package comms.dashboard;

import comms.catalog.Stat;
import comms.dashboard.ResolutionCard.Found;
import comms.dashboard.ResolutionCard.Measure;
import comms.disputes.ResolutionTimes.Point;
import comms.disputes.ResolutionTimes.Times;
import comms.metrics.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How fast disputes were resolved, bucket by bucket, as charts and as rows of a file. */
record ResolutionTrend(
    Found found, Window window, Function<DeskChoice, String> href, Formats formats) {

  private List<Point> points() {
    return found.now().points();
  }

  private TimeRange range(int bucket) {
    return new TimeRange(
        found.buckets().list().get(bucket).from(), found.buckets().list().get(bucket).to());
  }

  private boolean running(int bucket) {
    return found.buckets().list().get(bucket).end().isAfter(window.now());
  }

  /** A chart of those measures, whose points lead to the disputes resolved in their bucket. */
  ChartWithTable chart(String key, Measure... measures) {
    boolean severalDays = window.days() > 1;
    Picture picture =
        new Picture(
            Picture.Shape.LINES,
            points().stream()
                .map(p -> formats.tick(p.start(), window.interval(), severalDays))
                .toList(),
            IntStream.range(0, points().size()).mapToObj(this::title).toList(),
            IntStream.range(0, measures.length).mapToObj(i -> line(measures[i], i)).toList(),
            measures[0].unit(),
            List.of());
    return new ChartWithTable(picture, "", text(key), formats);
  }

  private String title(int bucket) {
    String name = formats.bucket(points().get(bucket).start(), window.interval());
    return running(bucket) ? formats.texts().text("bucket.partial", name) : name;
  }

  private Line line(Measure measure, int color) {
    List<@Nullable Double> values = new ArrayList<>();
    List<String> formatted = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<String> hrefs = new ArrayList<>();
    for (int bucket = 0; bucket < points().size(); bucket++) {
      Times times = points().get(bucket).times();
      Double value = measure.of(times);
      values.add(value);
      formatted.add(
          formats.value(value, measure.unit()) + " (n = " + formats.number(times.timed(), 0) + ")");
      marks.add(Mark.of(Stat.VALUE, range(bucket)));
      hrefs.add(href.apply(measure.disputes().withResolvedIn(range(bucket))));
    }
    return new Line(
        text(measure.key()),
        Line.Style.SOLID,
        Palette.color(color),
        values,
        formatted,
        IntStream.range(0, points().size()).filter(this::running).boxed().findFirst().orElse(null),
        marks,
        hrefs);
  }

  /** A row for each bucket, then one for the period and one for what it is compared with. */
  SheetLink.Rows rows() {
    List<String> columns = new ArrayList<>();
    columns.add(text("export.from"));
    columns.add(text("desk.state.resolved"));
    columns.add(text("table.samples"));
    Arrays.stream(Measure.values()).map(Measure::key).map(this::text).forEach(columns::add);
    columns.add(text("export.running"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int bucket = 0; bucket < points().size(); bucket++) {
      Point point = points().get(bucket);
      String from = point.start().atZone(window.zone()).toOffsetDateTime().toString();
      rows.add(row(from, point.times(), running(bucket) ? text("yes") : ""));
    }
    rows.add(row(text("bucket.total"), found.now().total(), ""));
    found
        .before()
        .map(before -> row(text("compare." + window.comparison().wireName()), before, ""))
        .ifPresent(rows::add);
    return CardFile.of(columns, rows);
  }

  private static List<@Nullable Object> row(String name, Times times, String running) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(name);
    row.add(times.resolved());
    row.add(times.timed());
    Arrays.stream(Measure.values()).map(measure -> measure.of(times)).forEach(row::add);
    row.add(running);
    return row;
  }

  private String text(String key) {
    return formats.texts().text(key);
  }
}
