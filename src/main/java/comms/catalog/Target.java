package comms.catalog;

/**
 * What a figure of a metric should be.
 *
 * @param stat the figure
 * @param atLeast true for {@code >=}, false for {@code <=}
 * @param value in the metric's unit; ratios as fractions
 */
public record Target(Stat stat, boolean atLeast, double value) {

  static Target atLeast(double value) {
    return new Target(Stat.VALUE, true, value);
  }

  static Target atMost(double value) {
    return new Target(Stat.VALUE, false, value);
  }

  static Target atMost(Stat stat, double value) {
    return new Target(stat, false, value);
  }

  public Target withValue(double value) {
    return new Target(stat, atLeast, value);
  }

  /** The comparison as the HTTP API spells it. */
  public String op() {
    return atLeast ? ">=" : "<=";
  }

  /** Whether the figure meets the target; the target's value itself does. */
  public boolean isMetBy(double figure) {
    return atLeast ? figure >= value : figure <= value;
  }

  /** On target, at risk within a tenth of the target's value of missing it, or off target. */
  public Status statusOf(double figure) {
    if (!isMetBy(figure)) {
      return Status.OFF_TARGET;
    }
    return Math.abs(figure - value) <= Math.abs(value) / 10 ? Status.AT_RISK : Status.ON_TARGET;
  }
}
