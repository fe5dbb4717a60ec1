package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.Standing;
import java.util.function.Function;

/** How many disputes are open, by age and overdue; each count leads to the list of these. */
class BucketTiles extends Nav {

  private static final long serialVersionUID = 1L;

  /**
   * @param href the address of the desk with that choice
   */
  BucketTiles(
      Standing standing, DeskChoice choice, Formats formats, Function<DeskChoice, String> href) {
    addClassName("bucket-tiles");
    getElement().setAttribute("aria-label", getTranslation("desk.buckets"));
    add(Bucket.DAY, standing.day(), choice, formats, href);
    add(Bucket.SECOND_DAY, standing.secondDay(), choice, formats, href);
    add(Bucket.LONGER, standing.longer(), choice, formats, href);
    add(Bucket.OVERDUE, standing.overdue(), choice, formats, href);
  }

  private void add(
      Bucket bucket,
      long count,
      DeskChoice choice,
      Formats formats,
      Function<DeskChoice, String> href) {
    boolean chosen = choice.state() == State.OPEN && choice.bucket() == bucket;
    Span number = new Span(formats.number(count, 0));
    number.addClassName("headline-value");
    Span name = new Span(getTranslation("desk.bucket." + bucket.wireName()));
    DeskChoice other = choice.ofOpen(chosen ? Bucket.ANY : bucket);
    Anchor tile = new Anchor(href.apply(other));
    tile.add(number, name);
    tile.addClassName("bucket-tile");
    tile.setId("bucket-" + bucket.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    if (bucket == Bucket.OVERDUE && count > 0) {
      tile.addClassName("alarming");
    }
    if (chosen) {
      tile.getElement().setAttribute("aria-current", "true");
    }
    add(tile);
  }
}
