package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import comms.catalog.Metric;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card that is there at once and gets its figures later: a skeleton first, then its content, or
 * what went wrong with an offer to try again. It costs no other card anything.
 */
abstract class AsyncCard extends Article {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(AsyncCard.class);

  private final Metric metric;
  private final transient Questions questions;
  private final Div content = new Div();

  private transient @Nullable Future<?> running;
  private int asked;
  private boolean filled;
  private boolean troubled;

  AsyncCard(Metric metric, Questions questions) {
    this.metric = metric;
    this.questions = questions;
    addClassName("card");
    setId(metric.id());
    content.addClassName("card-content");
  }

  Metric metric() {
    return metric;
  }

  /** The place that the skeleton, the answer and the error share. */
  Component content() {
    return content;
  }

  abstract Map<String, MetricQuery> questions(Window window);

  /** Shows the answers; called under the UI's lock. */
  abstract void show(Answers answers, Window window);

  /** What is told when a card has its answers, or has none. */
  interface Arrival {
    void answered(Answers answers);

    void failed();
  }

  /** Asks anew; the answer to what was asked before no longer matters. */
  void load(Window window, UI ui, Arrival arrival) {
    fill(new Skeleton());
    filled = false;
    ask(window, ui, arrival);
  }

  /** Asks the same again; what is shown stays until the answer is there. */
  void refresh(Window window, UI ui, Arrival arrival) {
    if (filled) {
      ask(window, ui, arrival);
    } else {
      load(window, ui, arrival);
    }
  }

  /** Whether it has no answer, or only one from before. */
  boolean troubled() {
    return troubled;
  }

  private void ask(Window window, UI ui, Arrival arrival) {
    cancel();
    int asking = asked;
    getElement().setAttribute("aria-busy", "true");
    running =
        questions.ask(
            ui,
            questions(window),
            answers -> {
              if (asking == asked) {
                getElement().removeAttribute("aria-busy");
                show(answers, window);
                filled = true;
                markAge(answers, window, () -> refresh(window, ui, arrival));
                arrival.answered(answers);
              }
            },
            problem -> {
              if (asking == asked) {
                getElement().removeAttribute("aria-busy");
                filled = false;
                troubled = !(problem instanceof InvalidMetricQuery);
                showProblem(problem, () -> load(window, ui, arrival));
                arrival.failed();
              }
            });
  }

  private void markAge(Answers answers, Window window, Runnable retry) {
    Instant keptFrom = answers.keptFrom();
    troubled = keptFrom != null;
    if (keptFrom != null) {
      Formats formats = new Formats(Texts.current(), window.zone());
      content.addComponentAsFirst(new KeptNote(keptFrom, window.now(), formats, retry));
    }
  }

  private void cancel() {
    asked++;
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    cancel();
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

  void fill(Component... components) {
    content.removeAll();
    content.add(components);
  }

  private void showProblem(Exception problem, Runnable retry) {
    String message;
    if (problem instanceof InvalidMetricQuery invalid) {
      message = getTranslation("card.invalid", String.valueOf(invalid.getMessage()));
    } else {
      log.warn("{} has no answer", metric.id(), problem);
      message = getTranslation("card.error");
    }
    fill(new Problem(message, retry));
  }
}
