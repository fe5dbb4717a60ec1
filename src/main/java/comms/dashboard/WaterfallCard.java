package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Steps;
import comms.metrics.Waterfalls;
import comms.sentry.SentryLinks;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reconciled delivery waterfall: over all, and for each channel where there are several. */
class WaterfallCard extends LoadingCard<WaterfallQuestion.Answer> {

  private static final long serialVersionUID = 1L;

  private final transient Questions questions;
  private final transient Waterfalls waterfalls;
  private final transient SentryLinks sentry;

  WaterfallCard(
      Questions questions, Waterfalls waterfalls, SentryLinks sentry, DashboardTime time) {
    super("delivery-waterfall", "waterfall.title");
    this.questions = questions;
    this.waterfalls = waterfalls;
    this.sentry = sentry;
    addClassName("wide-card");
    header().add(new CardMenu(this, time));
  }

  @Override
  Future<?> ask(
      Window window,
      UI ui,
      Consumer<Given<WaterfallQuestion.Answer>> done,
      Consumer<Exception> failed) {
    WaterfallQuestion question = WaterfallQuestion.of(waterfalls, window);
    return questions.ask(ui, question, question, done, failed);
  }

  @Override
  Instant freshUntil(WaterfallQuestion.Answer answer) {
    return answer.now().freshUntil();
  }

  @Override
  void show(WaterfallQuestion.Answer answer, Window window) {
    Waterfall waterfall = answer.now();
    Pen pen =
        new Pen(Metric.DELIVERY_FAILURES, window, new Formats(Texts.current(), window.zone()));
    offer(window, pen.formats(), () -> new WaterfallRows(answer, pen));
    if (waterfall.isEmpty()) {
      fill(new Nothing(pen.text("waterfall.none")));
      return;
    }
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    Waterfall.Question question = WaterfallQuestion.of(waterfalls, window).now();
    double scale = scale(waterfall);
    Div panels = new Div();
    panels.addClassName("waterfalls");
    if (waterfall.channels().size() > 1) {
      WaterfallLinks links = new WaterfallLinks(question, Map.of(), back, sentry);
      @Nullable Steps before = answer.before() == null ? null : answer.before().whole();
      panels.add(new WaterfallPanel(pen.text("all"), waterfall.whole(), before, scale, links, pen));
    }
    waterfall
        .channels()
        .forEach(
            (channel, steps) -> {
              WaterfallLinks links =
                  new WaterfallLinks(question, Map.of(Dimension.CHANNEL, channel), back, sentry);
              @Nullable Steps before =
                  answer.before() == null ? null : answer.before().channel(channel);
              String name = pen.texts().value("channel", channel);
              panels.add(new WaterfallPanel(name, steps, before, scale, links, pen));
            });
    Paragraph definition = new Paragraph(pen.text("waterfall.definition"));
    definition.addClassName("sample-words");
    fill(panels, definition);
    new OthersNote(waterfall.others(), pen.formats())
        .text()
        .map(Paragraph::new)
        .ifPresent(
            note -> {
              note.addClassName("sample-words");
              ((Div) content()).add(note);
            });
    notApplied(window, pen);
  }

  /** The greatest share lost on any channel, which a bar of full length stands for. */
  private static double scale(Waterfall waterfall) {
    return Stream.concat(Stream.of(waterfall.whole()), waterfall.channels().values().stream())
        .mapToDouble(steps -> steps.share(steps.scheduled() - steps.untroubled()))
        .max()
        .orElse(0);
  }

  private void notApplied(Window window, Pen pen) {
    Set<Dimension> others = new TreeSet<>(window.filter().values().keySet());
    Waterfall.FILTERS.forEach(others::remove);
    if (!others.isEmpty()) {
      String names =
          others.stream()
              .map(dimension -> pen.text("record." + dimension.wireName()))
              .collect(Collectors.joining(", "));
      Paragraph note = new Paragraph(pen.text("filter.not-applied", names));
      note.addClassName("sample-words");
      ((Div) content()).add(note);
    }
  }
}
