package comms.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of chartjs-plugin-annotation: horizontal at a target, over all buckets or over those for
 * which it was in force, or vertical where something happened. Coordinates that are null reach to
 * the edge.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnnotationLine(
    String type,
    @Nullable Double xMin,
    @Nullable Double xMax,
    @Nullable Double yMin,
    @Nullable Double yMax,
    String borderColor,
    int borderWidth,
    List<Integer> borderDash,
    Label label) {

  /** The lines of a picture by their names: {@code target0-0}, {@code note0} and so on. */
  static Map<String, AnnotationLine> of(Picture picture) {
    Map<String, AnnotationLine> lines = new LinkedHashMap<>();
    for (int goal = 0; goal < picture.goals().size(); goal++) {
      List<AnnotationLine> steps = steps(picture.goals().get(goal));
      for (int step = 0; step < steps.size(); step++) {
        lines.put("target" + goal + "-" + step, steps.get(step));
      }
    }
    for (int note = 0; note < picture.notes().size(); note++) {
      lines.put("note" + note, note(picture.notes().get(note)));
    }
    return lines;
  }

  private static List<AnnotationLine> steps(Picture.Goal goal) {
    List<Picture.Step> steps = goal.steps();
    return steps.stream()
        .map(
            step ->
                target(
                    step.first() == 0 ? null : step.first() - 0.5,
                    step.equals(steps.getLast()) ? null : step.last() + 0.5,
                    step.value(),
                    step.equals(steps.getLast()) ? goal.label() : null))
        .toList();
  }

  private static AnnotationLine target(
      @Nullable Double from, @Nullable Double to, double value, @Nullable String label) {
    return new AnnotationLine(
        "line", from, to, value, value, Palette.TARGET, 1, List.of(6, 4), Label.ofTarget(label));
  }

  private static AnnotationLine note(Picture.Note note) {
    double at = note.bucket();
    return new AnnotationLine(
        "line", at, at, null, null, Palette.NOTE, 1, List.of(2, 2), Label.ofNote(note.letter()));
  }

  /**
   * The label of a line. The browser finds the place for a target's where it covers the fewest
   * points; a note's stands at the top.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Label(
      @Nullable String content,
      boolean display,
      String position,
      String color,
      String backgroundColor,
      @Nullable String textStrokeColor,
      @Nullable Integer textStrokeWidth,
      Font font,
      int padding) {

    static Label ofTarget(@Nullable String content) {
      return new Label(
          content,
          content != null,
          "end",
          Palette.TARGET,
          "transparent",
          Palette.SURFACE,
          3,
          new Font(11, "normal"),
          0);
    }

    static Label ofNote(String letter) {
      return new Label(
          letter, true, "end", Palette.SURFACE, Palette.NOTE, null, null, new Font(10, "bold"), 3);
    }
  }

  /** A font; its family is the page's. */
  record Font(int size, String weight) {}
}
