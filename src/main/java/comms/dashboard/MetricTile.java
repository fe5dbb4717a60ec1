package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Metric;
import comms.catalog.Status;
import comms.metrics.MetricQuery;
import java.util.List;
import java.util.Map;

/** A metric at a glance, with a way to its card. */
class MetricTile extends AsyncCard {

  private static final long serialVersionUID = 1L;

  private final transient DashboardTime time;
  private boolean whole;
  private Status status = Status.NO_DATA;

  MetricTile(Metric metric, Questions questions, DashboardTime time) {
    super(metric.id(), "metric." + metric.id(), metric, questions);
    this.time = time;
    addClassName("tile");
  }

  /** Shows the whole of the metric whatever is filtered, to those who may not see its parts. */
  MetricTile whole() {
    whole = true;
    return this;
  }

  /** Makes the tile's name a link to its card. */
  void linkTo(String address) {
    heading().removeAll();
    heading().add(new Anchor(address, title()));
  }

  Status status() {
    return status;
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Window read = read(window);
    return wholeAndCompared(read.question(metric()), read);
  }

  private Window read(Window window) {
    Window asked = whole ? window.unfiltered() : window;
    return metric() == Metric.CONTACT_SHARE || metric() == Metric.DISPUTE_NPS
        ? asked.weekly()
        : asked;
  }

  @Override
  void show(Answers answers, Window window) {
    Pen pen = new Pen(metric(), read(window), new Formats(Texts.current(), time.zone()));
    status = answers.whole().status();
    List<Headline> headlines = Headline.of(answers);
    Div figures = new Div();
    figures.addClassName("figures");
    headlines.forEach(headline -> figures.add(new HeadlineFigure(headline, pen)));
    Div foot = new Div();
    foot.addClassName("tile-foot");
    boolean judged = !answers.whole().targets().isEmpty();
    foot.add(judged ? new StatusBadge(status, pen.texts()) : new Span(pen.text("target.none")));
    double samples = headlines.get(headlines.size() - 1).samples();
    Span sample = new Span(pen.text("sample", pen.formats().number(samples, 0)));
    sample.addClassName("sample");
    foot.add(sample);
    fill(figures, new Sparkline(answers, Sentence.of(answers, pen)), foot);
    new FilterNote(metric(), window, pen).text().map(Span::new).ifPresent(foot::add);
  }
}
