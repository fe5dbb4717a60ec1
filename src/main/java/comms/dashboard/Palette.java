package comms.dashboard;

import comms.catalog.Stat;

/** The colours of charts, as CSS variables of the theme, told apart by colour-blind people too. */
final class Palette {

  static final String TARGET = "var(--comms-target)";
  static final String NOTE = "var(--comms-muted)";
  static final String SURFACE = "var(--comms-surface)";
  static final String FAINT = "var(--comms-faint)";
  static final String GRID = "var(--comms-grid)";

  private static final int COLORS = 7;

  private Palette() {}

  /** The colour of the n-th line, from 0. */
  static String color(int index) {
    return "var(--comms-series-" + (index % COLORS + 1) + ")";
  }

  /** The same colour, faint enough to lie under a line. */
  static String fill(String color) {
    return color.replace(")", "-fill)");
  }

  /** A percentile has the same colour on every chart. */
  static String color(Stat stat) {
    return switch (stat) {
      case P95 -> color(1);
      case P99 -> color(2);
      case MEAN -> color(3);
      default -> color(0);
    };
  }
}
