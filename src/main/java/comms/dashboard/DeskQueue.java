package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import comms.catalog.Dimension;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.disputes.Standing;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The disputes as they stand: what to do next, how many are open, and the list. All of it is told
 * by the same moment, so that a count and the list behind it agree.
 */
class DeskQueue extends Section {

  private static final long serialVersionUID = 1L;

  /** So many fit above the fold. */
  private static final int NEXT = 5;

  private final transient Desk desk;
  private final transient DisputeDesk disputes;
  private final transient Function<DeskChoice, String> href;
  private final transient Consumer<DisputeSort> sorted;
  private final Panel<Found> panel;
  private final Div next = new Div();
  private final Div tiles = new Div();
  private final Div listHead = new Div();
  private final Section list = new Section(listHead);
  private transient Asked asked =
      new Asked(Map.of(), DeskChoice.DEFAULT, new TimeRange(Instant.EPOCH, Instant.MAX));
  private transient @Nullable Asked shown;
  private @Nullable DisputeGrid grid;

  /** What was asked, apart from the moment. */
  record Asked(Map<Dimension, Set<String>> values, DeskChoice choice, TimeRange period) {

    DisputeFilter open(Instant at) {
      return DisputeFilter.open(at).withValues(valuesOf(Set.of(Dimension.RESOLUTION)));
    }

    /** What is open has no resolution yet by which it could be filtered. */
    DisputeFilter listed(Instant at) {
      boolean resolved = choice.state() == State.RESOLVED;
      return new DisputeFilter(
          choice.state(),
          choice.bucket(),
          resolved ? values : valuesOf(Set.of(Dimension.RESOLUTION)),
          resolved(),
          at);
    }

    /** When those that are listed as resolved were resolved. */
    TimeRange resolved() {
      return choice.resolvedIn().orElse(period);
    }

    private Map<Dimension, Set<String>> valuesOf(Set<Dimension> without) {
      Map<Dimension, Set<String>> some = new TreeMap<>(values);
      some.keySet().removeAll(without);
      return some;
    }

    Asked withChoice(DeskChoice other) {
      return new Asked(values, other, period);
    }
  }

  private record Found(
      Standing standing,
      List<Dispute> overdue,
      List<Dispute> next,
      DisputeFilter filter,
      long count) {}

  /**
   * @param href the address of the desk with that choice
   * @param sorted is told of every other order of the list
   */
  DeskQueue(
      Desk desk,
      DisputeDesk disputes,
      Function<DeskChoice, String> href,
      Consumer<DisputeSort> sorted) {
    this.desk = desk;
    this.disputes = disputes;
    this.href = href;
    this.sorted = sorted;
    addClassName("queue");
    list.addClassName("dispute-list");
    list.setId("disputes");
    panel = new Panel<>(desk, this::show);
    add(panel);
  }

  void ask(Asked question) {
    asked = question;
    panel.ask(question, () -> find(question));
  }

  /** The reader has sorted the list, which has seen to it already. */
  void sorted(DeskChoice choice) {
    asked = asked.withChoice(choice);
    shown = asked;
  }

  /** Asks the same again. */
  void refresh() {
    ask(asked);
  }

  private Found find(Asked question) {
    Instant at = desk.time().now();
    DisputeFilter open = question.open(at);
    Standing standing = disputes.standing(open);
    int overdue = (int) Math.min(standing.overdue(), Integer.MAX_VALUE);
    DisputeFilter listed = question.listed(at);
    return new Found(
        standing,
        disputes.page(open.withBucket(Bucket.OVERDUE), DisputeSort.BREACH, NEXT, 0),
        // Those that are overdue come first in this order.
        disputes.page(open, DisputeSort.BREACH, NEXT, overdue),
        listed,
        disputes.count(listed));
  }

  private void show(Found found) {
    Texts texts = Texts.current();
    Formats formats = new Formats(texts, desk.time().zone());
    DisputeWords words = new DisputeWords(formats);
    Countdown.sync(UI.getCurrent(), desk.time().now(), texts);
    next.removeAll();
    next.add(next(found, words));
    tiles.removeAll();
    tiles.add(new BucketTiles(found.standing(), asked.choice(), formats, href));
    showList(found, words);
    panel.add(next, tiles, list);
    shown = asked;
  }

  private Section next(Found found, DisputeWords words) {
    Standing standing = found.standing();
    Section section = new Section(new H2(getTranslation("desk.next")));
    section.addClassNames("card", "what-next");
    if (standing.open() == 0) {
      section.add(new Paragraph(getTranslation("desk.nothing")));
      return section;
    }
    Div both =
        new Div(
            new NextDisputes(
                getTranslation("desk.next.breach"),
                getTranslation("desk.next.breach.none"),
                found.next(),
                standing.at(),
                words,
                this::refresh),
            new NextDisputes(
                getTranslation("desk.next.overdue", words.formats().number(standing.overdue(), 0)),
                getTranslation("desk.next.overdue.none"),
                found.overdue(),
                standing.at(),
                words,
                this::refresh));
    both.addClassName("side-by-side");
    section.add(both);
    return section;
  }

  private void showList(Found found, DisputeWords words) {
    listHead.removeAll();
    listHead.add(new Header(new H2(heading(found, words.formats())), states()));
    if (asked.choice().bucket() != Bucket.ANY) {
      DeskChoice every = asked.choice().withBucket(Bucket.ANY);
      listHead.add(new Anchor(href.apply(every), getTranslation("desk.every-bucket")));
    }
    if (asked.choice().state() != State.OPEN) {
      String period = words.formats().range(asked.resolved());
      listHead.add(new Words("sample", getTranslation("desk.resolved-then", period)));
      if (asked.choice().resolvedIn().isPresent()) {
        DeskChoice all = asked.choice().ofThePeriod();
        listHead.add(new Anchor(href.apply(all), getTranslation("desk.whole-period")));
      }
    }
    if (asked.choice().state() != State.RESOLVED
        && asked.values().containsKey(Dimension.RESOLUTION)) {
      String others = getTranslation("filter.not-applied", getTranslation("record.resolution"));
      listHead.add(new Words("sample", others));
    }
    if (found.count() == 0) {
      dropGrid();
      listHead.add(new Paragraph(getTranslation("desk.list.none")));
      return;
    }
    if (panel.isKept()) {
      // The rows that are there stay; others cannot be fetched now.
      if (grid == null || !asked.equals(shown)) {
        dropGrid();
        listHead.add(new Paragraph(getTranslation("card.error")));
      }
      return;
    }
    DisputeGrid same = grid;
    if (same != null && asked.equals(shown)) {
      same.refresh(found.filter(), found.count());
    } else {
      dropGrid();
      same =
          new DisputeGrid(
              disputes, found.filter(), asked.choice().order(), found.count(), words, sorted);
      list.add(same);
      grid = same;
    }
    same.getElement().setProperty("accessibleName", heading(found, words.formats()));
  }

  private void dropGrid() {
    DisputeGrid old = grid;
    if (old != null) {
      list.remove(old);
      grid = null;
    }
  }

  private String heading(Found found, Formats formats) {
    DeskChoice choice = asked.choice();
    String what = getTranslation("desk.list." + choice.state().wireName());
    String bucket =
        choice.bucket() == Bucket.ANY
            ? ""
            : ", " + getTranslation("desk.bucket.list." + choice.bucket().wireName());
    return what + bucket + ": " + formats.number(found.count(), 0);
  }

  private Div states() {
    Div states = new Div();
    states.addClassName("dispute-states");
    states.getElement().setAttribute("role", "group");
    states.getElement().setAttribute("aria-label", getTranslation("desk.states"));
    for (State state : State.values()) {
      Anchor link =
          new Anchor(
              href.apply(asked.choice().withState(state).withBucket(Bucket.ANY)),
              getTranslation("desk.state." + state.wireName()));
      if (state == asked.choice().state()) {
        link.getElement().setAttribute("aria-current", "true");
      }
      states.add(link);
    }
    return states;
  }
}
