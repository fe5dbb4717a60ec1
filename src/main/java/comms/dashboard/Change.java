package comms.dashboard;

import comms.catalog.Unit;

/** How a figure has changed against the compared period. */
record Change(double now, double before) {

  /** What a change means. */
  enum Trend {
    BETTER,
    WORSE,
    NEITHER
  }

  Trend trend(boolean moreIsBetter) {
    if (now == before) {
      return Trend.NEITHER;
    }
    return (now > before) == moreIsBetter ? Trend.BETTER : Trend.WORSE;
  }

  /** The change with an arrow. */
  String words(Unit unit, Formats formats) {
    String arrow = now > before ? "▲ " : now < before ? "▼ " : "";
    return arrow + formats.change(now, before, unit);
  }
}
