package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.dashboard.PictureTable.Cell;
import comms.disputes.AdjustedNps;
import comms.disputes.AdjustedNps.Responses;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The NPS as measured and on the mix of resolutions and roles of the compared period, which tells
 * whether others answered or the process changed.
 */
class AdjustedNpsCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  static final String ID = "nps-adjusted";

  private static final String RESOLVED = "resolved";

  private final transient DashboardTime time;

  AdjustedNpsCard(Questions questions, DashboardTime time) {
    super(Metric.DISPUTE_NPS, questions);
    this.time = time;
    setId(ID);
    String title = getTranslation("desk.nps");
    H3 heading = new H3(title);
    heading.setId(ID + "-title");
    getElement().setAttribute("aria-labelledby", ID + "-title");
    Explanation explanation =
        new Explanation(
            title,
            List.of(
                getTranslation("desk.nps.definition"),
                getTranslation("desk.nps.definition.left-out"),
                getTranslation("desk.nps.definition.interval"),
                getTranslation("desk.nps.definition.rate")));
    Header header = new Header(heading, explanation);
    header.addClassName("card-header");
    add(header, content());
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    MetricQuery cells =
        window
            .question(Metric.DISPUTE_NPS)
            .withInterval(Interval.TOTAL)
            .withBy(Dimension.RESOLUTION, Dimension.ROLE);
    Map<String, MetricQuery> questions = new LinkedHashMap<>(wholeAndCompared(cells, window));
    questions.put(
        RESOLVED,
        window
            .question(Metric.DISPUTE_OUTCOMES)
            .withInterval(Interval.TOTAL)
            .withBy(Dimension.RESOLUTION));
    return questions;
  }

  @Override
  void show(Answers answers, Window window) {
    Formats formats = new Formats(Texts.current(), time.zone());
    Pen pen = new Pen(Metric.DISPUTE_NPS, window, formats);
    List<Series> cells = Answers.parts(answers.whole(), Stat.VALUE);
    Optional<MetricResult> compared = answers.compared();
    List<Series> before =
        compared.map(result -> Answers.parts(result, Stat.VALUE)).orElse(List.of());
    if (cells.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("card.empty"));
      none.addClassName("card-empty");
      fill(none);
      return;
    }
    AdjustedNps nps = AdjustedNps.of(responses(cells), responses(before));
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    PictureTable table = table(answers, cells, before, pen);
    MetricQuery asked = questions(window).get(Answers.WHOLE);
    if (asked != null) {
      table.lead(mark -> RecordsLink.of(asked, mark, back));
    }
    Paragraph verdict = new Paragraph(verdict(nps, formats));
    verdict.addClassName("verdict");
    fill(figures(nps, pen), verdict, table);
    new FilterNote(metric(), window, pen).text().map(Span::new).ifPresent(this::note);
  }

  private void note(Span note) {
    note.addClassName("sample");
    content().getElement().appendChild(note.getElement());
  }

  private static List<Responses> responses(List<Series> cells) {
    return cells.stream()
        .map(
            series ->
                new Responses(
                    cell(series),
                    count(series, "promoters"),
                    count(series, "detractors"),
                    Math.round(series.total().samples())))
        .toList();
  }

  private static AdjustedNps.Cell cell(Series series) {
    return new AdjustedNps.Cell(
        series.key().getOrDefault(Dimension.RESOLUTION, ""),
        series.key().getOrDefault(Dimension.ROLE, ""));
  }

  private static long count(Series series, String name) {
    Double count = series.total().extra().get(name);
    return count == null ? 0 : Math.round(count);
  }

  private Component figures(AdjustedNps nps, Pen pen) {
    Div figures = new Div(figure("desk.nps.measured", pen.value(nps.measured()), ""));
    figures.addClassName("figures");
    if (nps.before() != null) {
      figures.add(
          figure("compare." + pen.window().comparison().wireName(), pen.value(nps.before()), ""));
    }
    if (nps.adjusted() != null) {
      String margin = nps.margin() == null ? "" : "± " + pen.formats().number(nps.margin(), 1);
      figures.add(figure("desk.nps.adjusted", pen.value(nps.adjusted()), margin));
    }
    return figures;
  }

  private Div figure(String key, String value, String note) {
    Span name = new Span(getTranslation(key));
    name.addClassName("headline-stat");
    Span number = new Span(value);
    number.addClassName("headline-value");
    Div line = new Div(name, number);
    line.addClassName("headline-figure");
    Div figure = new Div(line);
    figure.addClassName("headline");
    if (!note.isEmpty()) {
      Span below = new Span(note);
      below.addClassName("headline-target");
      figure.add(below);
    }
    return figure;
  }

  /** Which it was, and how the change divides. */
  private String verdict(AdjustedNps nps, Formats formats) {
    String which = getTranslation("desk.nps." + nps.verdict().name().toLowerCase(Locale.ROOT));
    Double process = nps.process();
    Double mix = nps.mix();
    if (process == null || mix == null) {
      return which;
    }
    String split =
        getTranslation(
            "desk.nps.split",
            signed(process + mix, formats),
            signed(mix, formats),
            signed(process, formats),
            nps.processMargin() == null ? Formats.NOTHING : formats.number(nps.processMargin(), 1));
    String covered =
        nps.covered() > 0.9995
            ? ""
            : " " + getTranslation("desk.nps.covered", formats.percent(nps.covered(), 0));
    return which + " " + split + covered;
  }

  private static String signed(double points, Formats formats) {
    return formats.change(points, 0, Unit.SCORE);
  }

  private PictureTable table(Answers answers, List<Series> cells, List<Series> before, Pen pen) {
    double all = cells.stream().mapToDouble(series -> series.total().samples()).sum();
    double allBefore = before.stream().mapToDouble(series -> series.total().samples()).sum();
    List<List<Cell>> rows = new ArrayList<>();
    for (Series series : cells) {
      AdjustedNps.Cell cell = cell(series);
      @Nullable Series earlier =
          before.stream().filter(other -> cell(other).equals(cell)).findFirst().orElse(null);
      double n = series.total().samples();
      rows.add(
          List.of(
              Cell.of(
                  pen.texts().value("resolution", cell.resolution())
                      + ", "
                      + pen.texts().value("role", cell.role())),
              Cell.of(
                  pen.value(series.total().value()) + " (" + pen.formats().number(n, 0) + ")",
                  Mark.total(answers.whole(), series)),
              Cell.of(
                  earlier == null
                      ? Formats.NOTHING
                      : pen.value(earlier.total().value())
                          + " ("
                          + pen.formats().number(earlier.total().samples(), 0)
                          + ")"),
              Cell.of(rate(answers, cell.resolution(), n, pen.formats())),
              Cell.of(share(n, all, pen.formats())),
              Cell.of(
                  share(
                      earlier == null ? 0 : earlier.total().samples(), allBefore, pen.formats()))));
    }
    return new PictureTable(
        getTranslation("desk.nps.caption"),
        List.of(
            getTranslation("desk.nps.cell"),
            getTranslation("desk.nps.score"),
            getTranslation("desk.nps.score.before"),
            getTranslation("desk.nps.rate"),
            getTranslation("desk.nps.share"),
            getTranslation("desk.nps.share.before")),
        rows);
  }

  private static String share(double part, double whole, Formats formats) {
    return whole == 0 ? Formats.NOTHING : formats.percent(part / whole, 0);
  }

  /** Of the disputes resolved so, of which each has one answer of a role. */
  private static String rate(Answers answers, String resolution, double n, Formats formats) {
    double resolved =
        Answers.parts(answers.of(RESOLVED), Stat.COUNT).stream()
            .filter(series -> Answers.part(series).equals(resolution))
            .mapToDouble(series -> series.total().numerator())
            .sum();
    return share(n, resolved, formats);
  }
}
