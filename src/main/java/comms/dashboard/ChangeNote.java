package comms.dashboard;

import com.vaadin.flow.component.html.Span;

/** How a count of what should not be has changed, with what that means in words. */
class ChangeNote extends Span {

  private static final long serialVersionUID = 1L;

  ChangeNote(double now, double before, Pen pen) {
    addClassName("headline-change");
    double change = now - before;
    String number = pen.formats().number(Math.abs(change), 0);
    String arrow = change > 0 ? "▲ +" + number : change < 0 ? "▼ \u2212" + number : "±" + number;
    Span shown = new Span(arrow);
    shown.setTitle(pen.text("change.against", pen.comparisonName()));
    add(shown);
    if (change != 0) {
      String trend = change > 0 ? "worse" : "better";
      addClassName(trend);
      Span meaning = new Span(pen.text("trend." + trend));
      meaning.addClassName("for-screen-readers");
      add(meaning);
    }
  }
}
