package comms.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
    this.annotation = new Annotation(AnnotationLine.of(picture));
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
  record Annotation(Map<String, AnnotationLine> annotations) {}

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
