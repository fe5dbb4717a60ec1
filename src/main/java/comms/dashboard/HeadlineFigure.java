package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Stat;
import java.util.Locale;
import java.util.function.Function;

/**
 * A {@link Headline} as people see it: a large figure over its target and its change. On a card the
 * figure leads to its records.
 */
class HeadlineFigure extends Div implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Headline headline;
  private final Span value;

  HeadlineFigure(Headline headline, Pen pen) {
    this.headline = headline;
    this.value = part("headline-value", pen.value(headline.value()));
    addClassName("headline");
    Div figure = new Div();
    figure.addClassName("headline-figure");
    if (headline.stat() != Stat.VALUE && headline.stat() != Stat.COUNT) {
      figure.add(part("headline-stat", pen.stat(headline.stat())));
    }
    figure.add(value);
    add(figure);
    if (headline.target() != null) {
      String target = pen.formats().target(headline.target(), pen.metric().unit());
      add(part("headline-target", pen.text("target", target)));
    }
    String change = headline.change(pen.metric().unit(), pen.formats());
    if (change != null) {
      Span shown = part("headline-change", change);
      shown.addClassName(headline.trend().name().toLowerCase(Locale.ROOT));
      shown.setTitle(pen.text("change.against", pen.comparisonName()));
      Span meaning =
          part(
              "for-screen-readers",
              pen.text("trend." + headline.trend().name().toLowerCase(Locale.ROOT)));
      add(new Div(shown, meaning));
    }
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    Mark mark = headline.mark();
    if (mark != null) {
      Anchor anchor = new Anchor(link.apply(mark).href(), value.getText());
      value.setText("");
      value.add(anchor);
    }
  }

  private static Span part(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
