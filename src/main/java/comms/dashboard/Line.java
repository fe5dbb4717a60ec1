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
 * @param marks which figures the values are, empty where they are none of a metric
 * @param hrefs where the values lead; empty where they lead to the records of their figures
 */
record Line(
    String name,
    Style style,
    String color,
    List<@Nullable Double> values,
    List<String> formatted,
    @Nullable Integer partialFrom,
    List<Mark> marks,
    List<String> hrefs) {

  Line(
      String name,
      Style style,
      String color,
      List<@Nullable Double> values,
      List<String> formatted,
      @Nullable Integer partialFrom,
      List<Mark> marks) {
    this(name, style, color, values, formatted, partialFrom, marks, List.of());
  }

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
    return new Line(name, style, color, values, formatted, partialFrom, marks, hrefs);
  }

  Line withName(String name) {
    return new Line(name, style, color, values, formatted, partialFrom, marks, hrefs);
  }

  /** Which figure the n-th value is. */
  Optional<Mark> mark(int index) {
    return index >= 0 && index < marks.size() ? Optional.of(marks.get(index)) : Optional.empty();
  }

  /** Where the n-th value leads, if not to the records of its figure. */
  Optional<String> href(int index) {
    return index >= 0 && index < hrefs.size() ? Optional.of(hrefs.get(index)) : Optional.empty();
  }
}
