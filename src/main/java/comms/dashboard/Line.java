package comms.dashboard;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line, area or row of bars of a {@link Picture}.
 *
 * @param color a CSS variable, see {@link Palette}
 * @param values one for each label, null where there is no data
 * @param formatted the values as text
 * @param partialFrom the index of the first bucket that is not over yet, null when all are
 * @param marks which figures the values are, empty where they lead nowhere
 */
record Line(
    String name,
    Style style,
    String color,
    List<@Nullable Double> values,
    List<String> formatted,
    @Nullable Integer partialFrom,
    List<Mark> marks) {

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
    return new Line(name, style, color, values, formatted, partialFrom, marks);
  }

  Line withName(String name) {
    return new Line(name, style, color, values, formatted, partialFrom, marks);
  }

  /** Which figure the n-th value is. */
  Optional<Mark> mark(int index) {
    return index >= 0 && index < marks.size() ? Optional.of(marks.get(index)) : Optional.empty();
  }
}
