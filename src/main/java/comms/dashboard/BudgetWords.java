package comms.dashboard;

import comms.catalog.Status;
import comms.metrics.Budget;
import comms.metrics.Budget.Projection;

/** What is said about a budget, in the reader's language. */
record BudgetWords(Budget budget, Pen pen) {

  /** How many are left; overspent ones with a minus. */
  String left() {
    return number(budget.left());
  }

  /** Overspent; at risk where the next one, or the rate so far, overspends it. */
  Status status() {
    if (budget.overspent()) {
      return Status.OFF_TARGET;
    }
    return budget.left() == 0 || runsOut() ? Status.AT_RISK : Status.ON_TARGET;
  }

  private boolean runsOut() {
    return budget.atEndOfDay().filter(day -> day.left() < 0).isPresent();
  }

  String verdict() {
    if (budget.overspent()) {
      return pen.text("budget.overspent", number(-budget.left()));
    }
    if (budget.left() == 0) {
      return pen.text("budget.used-up");
    }
    return pen.text(runsOut() ? "budget.runs-out" : "budget.within");
  }

  /** What has gone wrong so far, in the words of the metric. */
  String spent() {
    return pen.text("budget.spent." + pen.metric().id(), number(budget.spent()));
  }

  String scheduled() {
    return pen.text("budget.scheduled", number(budget.scheduled()));
  }

  String allowed() {
    return pen.text("budget.allowed", number(budget.allowed()));
  }

  /** What will be left when the day is over, called what it is. */
  String projected() {
    return budget
        .atEndOfDay()
        .map(Projection::left)
        .map(left -> pen.text("budget.projection", number(left)))
        .orElse(pen.text("budget.too-early"));
  }

  private String number(long n) {
    return pen.formats().number(n, 0);
  }
}
