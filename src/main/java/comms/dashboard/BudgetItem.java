package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;

/**
 * What is left of the budget of one channel, in a number, a word and an icon, and what it is of.
 */
class BudgetItem extends ListItem implements Drillable {

  private static final long serialVersionUID = 1L;

  private final MarkLinks links = new MarkLinks();

  BudgetItem(String name, BudgetWords words, Mark mark) {
    Words left = new Words("headline-value", words.left());
    StatusBadge verdict = new StatusBadge(words.status(), words.verdict());
    Div made =
        new Div(
            links.add(words.spent(), mark),
            links.add(words.scheduled(), mark.all()),
            new Span(words.allowed()),
            new Span(words.projected()));
    made.addClassName("budget-made");
    add(new Words("budget-name", name), left, verdict, made);
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    links.lead(link);
  }
}
