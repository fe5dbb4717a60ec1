package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import comms.catalog.Stat;
import comms.catalog.Target;
import java.util.function.Function;

/**
 * A {@link Headline} as people see it: a large figure over its target and its change. On a card the
 * figure leads to its records.
 */
class HeadlineFigure extends LargeFigure implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Headline headline;

  HeadlineFigure(Headline headline, Pen pen) {
    super(name(headline.stat(), pen), pen.value(headline.value()));
    this.headline = headline;
    Target target = headline.target();
    if (target != null) {
      note(pen.text("target", pen.formats().target(target, pen.metric().unit())));
    }
    Change change = headline.change(pen.metric().unit(), pen.formats());
    if (change != null) {
      Change.Trend trend = target == null ? Change.Trend.NEITHER : change.trend(target.atLeast());
      change(change.words(), trend, pen.comparisonName());
    }
  }

  private static String name(Stat stat, Pen pen) {
    return stat == Stat.VALUE || stat == Stat.COUNT ? "" : pen.stat(stat);
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    Mark mark = headline.mark();
    if (mark != null) {
      Anchor anchor = new Anchor(link.apply(mark).href(), value().getText());
      value().setText("");
      value().add(anchor);
    }
  }
}
