package comms.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line, area or row of bars of a {@link Picture}.
 *
 * @param color a CSS variable, see {@link Palette}
 * @param values one for each label, null where there is no data
 * @param formatted the values as text
 * @param partialFrom the index of the first bucket that is not over yet, null when all are
 */
record Line(
    String name,
    Style style,
    String color,
    List<@Nullable Double> values,
    List<String> formatted,
    @Nullable Integer partialFrom) {

  /** How it is drawn. */
  enum Style {
    SOLID,
    AREA,
    /** What the others are compared with. */
    FAINT,
    /** A figure beside the others, such as a mean beside percentiles. */
    DOTTED,
    BAR
  }

  Line withStyle(Style style, String color) {
    return new Line(name, style, color, values, formatted, partialFrom);
  }

  Line withName(String name) {
    return new Line(name, style, color, values, formatted, partialFrom);
  }
}
