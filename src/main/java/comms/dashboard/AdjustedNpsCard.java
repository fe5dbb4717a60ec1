package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Unit;
import comms.disputes.AdjustedNps;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The NPS as measured and on the mix of resolutions and roles of the compared period, which tells
 * whether others answered or the process changed.
 */
class AdjustedNpsCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  static final String ID = "nps-adjusted";

  static final String RESOLVED = "resolved";

  private final transient DashboardTime time;

  AdjustedNpsCard(Questions questions, DashboardTime time) {
    super(ID, "desk.nps", Metric.DISPUTE_NPS, questions);
    this.time = time;
    Explanation explanation =
        new Explanation(
            title(),
            List.of(
                getTranslation("desk.nps.definition"),
                getTranslation("desk.nps.definition.left-out"),
                getTranslation("desk.nps.definition.interval"),
                getTranslation("desk.nps.definition.rate")));
    header().add(explanation, new CardMenu(this, time));
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Map<String, MetricQuery> questions =
        new LinkedHashMap<>(wholeAndCompared(question(window), window));
    questions.put(
        RESOLVED,
        window
            .question(Metric.DISPUTE_OUTCOMES)
            .withInterval(Interval.TOTAL)
            .withBy(Dimension.RESOLUTION));
    return questions;
  }

  private static MetricQuery question(Window window) {
    return window
        .question(Metric.DISPUTE_NPS)
        .withInterval(Interval.TOTAL)
        .withBy(Dimension.RESOLUTION, Dimension.ROLE);
  }

  @Override
  void show(Answers answers, Window window) {
    Formats formats = new Formats(Texts.current(), time.zone());
    Pen pen = new Pen(Metric.DISPUTE_NPS, window, formats);
    NpsCells cells = NpsCells.of(answers);
    AdjustedNps nps = cells.adjusted();
    offer(window, formats, () -> cells.file(nps, pen));
    if (cells.isEmpty()) {
      fill(new Nothing(getTranslation("card.empty")));
      return;
    }
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    PictureTable table = cells.table(pen);
    table.lead(mark -> RecordsLink.of(question(window), mark, back));
    Paragraph verdict = new Paragraph(verdict(nps, formats));
    verdict.addClassName("conclusion");
    fill(figures(nps, pen), verdict, table);
    new FilterNote(metric(), window, pen)
        .text()
        .map(text -> new Words("sample", text))
        .ifPresent(note -> content().getElement().appendChild(note.getElement()));
  }

  private Component figures(AdjustedNps nps, Pen pen) {
    Div figures =
        new Div(new LargeFigure(getTranslation("desk.nps.measured"), pen.value(nps.measured())));
    figures.addClassName("figures");
    if (nps.before() != null) {
      figures.add(new LargeFigure(pen.comparisonName(), pen.value(nps.before())));
    }
    if (nps.adjusted() != null) {
      LargeFigure adjusted =
          new LargeFigure(getTranslation("desk.nps.adjusted"), pen.value(nps.adjusted()));
      if (nps.margin() != null) {
        adjusted.note("± " + pen.formats().number(nps.margin(), 1));
      }
      figures.add(adjusted);
    }
    return figures;
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
}
