package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.dashboard.PictureTable.Cell;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The trend of the NPS, its response rate, and its cohorts by when the dispute was resolved and who
 * opened it.
 */
class NpsDrawing implements Drawing {

  private static final String COHORTS = "cohorts";

  private static final LinesDrawing TREND = LinesDrawing.of(Line.Style.SOLID, Stat.VALUE);

  private final boolean leadsToDesk;

  /**
   * @param leadsToDesk whether it leads to the score adjusted for the outcome
   */
  NpsDrawing(boolean leadsToDesk) {
    this.leadsToDesk = leadsToDesk;
  }

  @Override
  public Window window(Window window) {
    return window.weekly();
  }

  @Override
  public Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    return Map.of(
        COHORTS,
        whole.withCohorts(true).withBy(Dimension.INITIATOR_ROLE).withInterval(window.cohort()));
  }

  /** Only the cohorts are broken down. */
  @Override
  public MetricQuery asked(MetricQuery whole, Mark mark) {
    return whole.withCohorts(!mark.key().isEmpty());
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    ChartWithTable trend =
        new ChartWithTable(TREND.picture(answers, pen), "", Sentence.of(answers, pen), pen);
    Div left = new Div(trend);
    Answers.whole(answers.whole(), Stat.VALUE)
        .map(series -> series.total().extra().get("response_rate"))
        .ifPresent(
            rate ->
                left.add(
                    new Paragraph(pen.text("nps.response-rate", pen.formats().percent(rate, 1)))));
    if (leadsToDesk) {
      String filtered =
          new Location(
                  "disputes",
                  pen.window().filter().toQueryParameters().merging("card", AdjustedNpsCard.ID))
              .getPathWithQueryParameters();
      left.add(new Anchor(filtered, pen.text("desk.nps.link")));
    }
    Div right = new Div(new H4(pen.text("nps.cohorts")), cohorts(answers.of(COHORTS), pen));
    Div both = new Div(left, right);
    both.addClassName("side-by-side");
    return both;
  }

  private static Component cohorts(MetricResult result, Pen pen) {
    List<Series> roles = Answers.parts(result, Stat.VALUE);
    if (roles.isEmpty()) {
      return new Paragraph(pen.text("no-data"));
    }
    List<String> columns =
        Stream.concat(
                Stream.of(pen.text("table.bucket")),
                roles.stream().map(s -> pen.texts().value("role", Answers.part(s))))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    IntStream.range(0, roles.get(0).points().size())
        .mapToObj(bucket -> row(roles, bucket, result, pen))
        .forEach(rows::add);
    List<Cell> total = new ArrayList<>(List.of(Cell.of(pen.text("bucket.total"))));
    roles.forEach(series -> total.add(cell(series.total(), Mark.total(result, series), pen)));
    rows.add(total);
    return new PictureTable(pen.text("nps.cohorts.caption"), columns, rows);
  }

  private static List<Cell> row(List<Series> roles, int bucket, MetricResult result, Pen pen) {
    Point first = roles.get(0).points().get(bucket);
    List<Cell> cells =
        new ArrayList<>(
            List.of(Cell.of(pen.formats().tick(first.start(), result.interval(), true))));
    roles.forEach(
        series ->
            cells.add(
                cell(
                    series.points().get(bucket).figure(),
                    Mark.points(result, series).get(bucket),
                    pen)));
    return cells;
  }

  private static Cell cell(Figure figure, Mark mark, Pen pen) {
    if (figure.value() == null) {
      return Cell.of(Formats.NOTHING);
    }
    String responses = pen.formats().number(figure.samples(), 0);
    Double rate = figure.extra().get("response_rate");
    return Cell.of(
        pen.text(
            "nps.cohort",
            pen.value(figure.value()),
            responses,
            rate == null ? Formats.NOTHING : pen.formats().percent(rate, 0)),
        mark);
  }
}
