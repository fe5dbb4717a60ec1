package comms.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.xdev.chartjs.model.options.LegendOptions;
import software.xdev.chartjs.model.options.Plugins;

/** The plugins' options, with those that the model does not know: annotations and our own. */
class ChartPlugins extends Plugins {

  private final Presentation comms;
  private final Annotation annotation;

  ChartPlugins(Picture picture, Locale locale) {
    this.comms =
        new Presentation(picture.unit().wireName(), locale.toLanguageTag(), picture.titles());
    Map<String, TargetLine> lines = new LinkedHashMap<>();
    List<Picture.Goal> goals = picture.goals();
    for (int i = 0; i < goals.size(); i++) {
      lines.put("target" + i, TargetLine.of(goals.get(i)));
    }
    this.annotation = new Annotation(lines);
  }

  @JsonProperty
  public Presentation getComms() {
    return comms;
  }

  @JsonProperty
  public Annotation getAnnotation() {
    return annotation;
  }

  /** What the component in the browser needs to name things in the reader's language. */
  record Presentation(String unit, String locale, List<String> titles) {}

  /** The options of chartjs-plugin-annotation. */
  record Annotation(Map<String, TargetLine> annotations) {}

  /** A horizontal line at the target, with its label. */
  record TargetLine(
      String type,
      double yMin,
      double yMax,
      String borderColor,
      int borderWidth,
      List<Integer> borderDash,
      Label label) {

    static TargetLine of(Picture.Goal goal) {
      return new TargetLine(
          "line",
          goal.value(),
          goal.value(),
          Palette.TARGET,
          1,
          List.of(6, 4),
          new Label(goal.label()));
    }
  }

  /** The label of a target line; the browser finds the place where it covers the fewest points. */
  record Label(
      String content,
      boolean display,
      String color,
      String backgroundColor,
      String textStrokeColor,
      int textStrokeWidth,
      Font font,
      int padding) {

    Label(String content) {
      this(
          content,
          true,
          Palette.TARGET,
          "transparent",
          "var(--comms-surface)",
          3,
          new Font(11, "normal"),
          0);
    }
  }

  /** A font; its family is the page's. */
  record Font(int size, String weight) {}

  /** Small round keys in the legend instead of wide boxes. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  static class LegendLabels extends LegendOptions.Labels {
    LegendLabels() {
      setBoxWidth(10);
      setBoxHeight(10);
      setPadding(12);
    }
  }
}
