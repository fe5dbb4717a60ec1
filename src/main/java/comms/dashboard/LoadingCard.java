package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import comms.metrics.InvalidMetricQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A card that is there at once and gets its figures later: a skeleton first, then its content, or
 * what went wrong with an offer to try again. It costs no other card anything.
 */
abstract class LoadingCard<T> extends Article {

  private static final long serialVersionUID = 1L;

  private final String title;
  private final H3 heading;
  private final Header header;
  private final Div content = new Div();
  private final LatestAnswer latest = new LatestAnswer(this);

  private transient volatile @Nullable CardFile file;
  private boolean filled;
  private boolean troubled;

  /**
   * @param id by which addresses and tests know it
   * @param titleKey of its name in the reader's language
   */
  LoadingCard(String id, String titleKey) {
    addClassName("card");
    setId(id);
    title = getTranslation(titleKey);
    heading = new H3(title);
    heading.setId(id + "-title");
    getElement().setAttribute("aria-labelledby", id + "-title");
    header = new Header(heading);
    header.addClassName("card-header");
    content.addClassName("card-content");
    add(header, content);
  }

  String title() {
    return title;
  }

  H3 heading() {
    return heading;
  }

  /** The place of its heading, and of what can be done with the card. */
  Header header() {
    return header;
  }

  /** The place that the skeleton, the answer and the error share. */
  Component content() {
    return content;
  }

  /** Asks what the card shows; one of the two is told under the UI's lock. */
  abstract Future<?> ask(Window window, UI ui, Consumer<Given<T>> done, Consumer<Exception> failed);

  /** Shows the answer; called under the UI's lock. */
  abstract void show(T answer, Window window);

  /** When the newest event that was stored for the answer was accepted; null where nothing says. */
  abstract @Nullable Instant freshUntil(T answer);

  /** What the card shows as a file; empty before there is anything. */
  Optional<CardFile> file() {
    return Optional.ofNullable(file);
  }

  /** Offers what the card shows, or is about to show, as a file. */
  void offer(Window window, Formats formats, Callable<SheetLink.Rows> rows) {
    file = new CardFile(getId().orElseThrow(), title, window, formats, rows);
  }

  /** What is told when a card has its answers, or has none. */
  interface Arrival {
    void answered(@Nullable Instant freshUntil);

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
    latest.<Given<T>>to(
        (done, failed) -> ask(window, ui, done, failed),
        given -> {
          show(given.answer(), window);
          filled = true;
          markAge(given.keptFrom(), window, () -> refresh(window, ui, arrival));
          arrival.answered(freshUntil(given.answer()));
        },
        problem -> {
          filled = false;
          troubled = !(problem instanceof InvalidMetricQuery);
          fill(Problem.of(problem, getId().orElseThrow(), () -> load(window, ui, arrival)));
          arrival.failed();
        });
  }

  private void markAge(@Nullable Instant keptFrom, Window window, Runnable retry) {
    troubled = keptFrom != null;
    if (keptFrom != null) {
      Formats formats = new Formats(Texts.current(), window.zone());
      content.addComponentAsFirst(new KeptNote(keptFrom, window.now(), formats, retry));
    }
  }

  /** The charts among what it shows. */
  Stream<ChartWithTable> pictures() {
    return descendants(content)
        .filter(ChartWithTable.class::isInstance)
        .map(ChartWithTable.class::cast);
  }

  static Stream<Component> descendants(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(LoadingCard::descendants));
  }

  void fill(Component... components) {
    content.removeAll();
    content.add(components);
  }
}
