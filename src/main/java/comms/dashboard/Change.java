package comms.dashboard;

import comms.catalog.Unit;

/** How a figure has changed against the compared period. */
record Change(double now, double before, Unit unit, Formats formats) {

  /** What a change means. */
  enum Trend {
    BETTER,
    WORSE,
    NEITHER
  }

  Trend trend(boolean moreIsBetter) {
    if (isNone()) {
      return Trend.NEITHER;
    }
    return (now > before) == moreIsBetter ? Trend.BETTER : Trend.WORSE;
  }

  /** The change with an arrow. */
  String words() {
    if (isNone()) {
      return "±" + formats.change(now, now, unit).replace("+", "");
    }
    return (now > before ? "▲ " : "▼ ") + formats.change(now, before, unit);
  }

  /** A change that readers would see as 0 is none. */
  private boolean isNone() {
    return formats.change(now, before, unit).chars().noneMatch(c -> c >= '1' && c <= '9');
  }
}
