package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;

/**
 * What is left of the budget of one channel, in a number, a word and an icon, and what it is of.
 */
class BudgetItem extends ListItem implements Drillable {

  private static final long serialVersionUID = 1L;

  private final Anchor spent = new Anchor();
  private final Anchor scheduled = new Anchor();
  private final transient Mark mark;

  BudgetItem(String name, BudgetWords words, Mark mark) {
    this.mark = mark;
    Span left = span("headline-value", words.left());
    StatusBadge verdict = new StatusBadge(words.status(), words.verdict());
    spent.setText(words.spent());
    scheduled.setText(words.scheduled());
    Div made = new Div(spent, scheduled, new Span(words.allowed()), new Span(words.projected()));
    made.addClassName("budget-made");
    add(span("budget-name", name), left, verdict, made);
  }

  private static Span span(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    spent.setHref(link.apply(mark).href());
    scheduled.setHref(link.apply(mark.all()).href());
  }
}
