package comms.dashboard;

import com.vaadin.flow.component.UI;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A card with the answers to questions to metrics. */
abstract class AsyncCard extends LoadingCard<Answers> {

  private static final long serialVersionUID = 1L;

  private final Metric metric;
  private final transient Questions questions;

  AsyncCard(String id, String titleKey, Metric metric, Questions questions) {
    super(id, titleKey);
    this.metric = metric;
    this.questions = questions;
  }

  Metric metric() {
    return metric;
  }

  abstract Map<String, MetricQuery> questions(Window window);

  /** The answers to those questions as rows of a file, on this thread. */
  SheetLink.Rows rows(Map<String, MetricQuery> asked, Pen pen) throws Exception {
    return new MetricRows(asked, questions.results(asked), pen);
  }

  @Override
  Future<?> ask(Window window, UI ui, Consumer<Given<Answers>> done, Consumer<Exception> failed) {
    return questions.ask(
        ui,
        questions(window),
        answers -> done.accept(new Given<>(answers, answers.keptFrom())),
        failed);
  }

  @Override
  Instant freshUntil(Answers answers) {
    return answers.whole().freshUntil();
  }

  /** The whole metric and what it is compared with. */
  static Map<String, MetricQuery> wholeAndCompared(MetricQuery whole, Window window) {
    Map<String, MetricQuery> questions = new LinkedHashMap<>();
    questions.put(Answers.WHOLE, whole);
    TimeRange compared = window.compared();
    if (compared != null) {
      questions.put(Answers.COMPARED, whole.withRange(compared));
    }
    return questions;
  }
}
