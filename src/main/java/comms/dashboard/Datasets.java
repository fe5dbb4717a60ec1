package comms.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.xdev.chartjs.model.dataset.BarDataset;
import software.xdev.chartjs.model.dataset.Dataset;
import software.xdev.chartjs.model.dataset.DoughnutDataset;
import software.xdev.chartjs.model.dataset.LineDataset;

/** The datasets of a chart, each with its values as text for tooltips. */
final class Datasets {

  private Datasets() {}

  static Dataset<?, ?> of(Line line, Picture picture) {
    return switch (picture.shape()) {
      case LINES -> new Curve(line);
      case STACKED_BARS -> new Bars(line);
      case PIE -> new Slices(line);
      case FUNNEL -> new Steps(line);
    };
  }

  /** A colour for each slice or step. */
  private static List<Object> colors(int count) {
    return IntStream.range(0, count).<Object>mapToObj(Palette::color).toList();
  }

  /** A line or area. */
  static class Curve extends LineDataset {
    // Transient, or it would be a part of the JSON itself.
    private final transient Line line;

    Curve(Line line) {
      this.line = line;
      setDataUnchecked(line.values());
      setLabel(line.name());
      setBorderColor(line.color());
      setBackgroundColor(
          line.style() == Line.Style.AREA ? Palette.fill(line.color()) : line.color());
      setFill(line.style() == Line.Style.AREA ? "origin" : Boolean.FALSE);
      setBorderWidth(line.style() == Line.Style.FAINT ? 1 : 2);
      setBorderDash(
          switch (line.style()) {
            case FAINT -> List.of(2, 3);
            case DOTTED -> List.of(1, 3);
            default -> List.of();
          });
      setPointRadius(pointRadii(line.values()));
      setPointHoverRadius(List.of(4));
      setSpanGaps(false);
      setTension(0.2);
    }

    /** A point for a figure between gaps, which no line would show. */
    private static List<Integer> pointRadii(List<@Nullable Double> values) {
      return IntStream.range(0, values.size())
          .mapToObj(i -> gap(values, i - 1) && !gap(values, i) && gap(values, i + 1) ? 3 : 0)
          .toList();
    }

    private static boolean gap(List<@Nullable Double> values, int index) {
      return index < 0 || index >= values.size() || values.get(index) == null;
    }

    @JsonProperty
    public List<String> getFormatted() {
      return line.formatted();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonProperty
    public @Nullable Integer getPartialFrom() {
      return line.partialFrom();
    }
  }

  /** Bars that stand on those of the dataset before. */
  static class Bars extends BarDataset {
    // Transient, or it would be a part of the JSON itself.
    private final transient Line line;

    Bars(Line line) {
      this.line = line;
      setDataUnchecked(line.values());
      setLabel(line.name());
      setBackgroundColor((Object) line.color());
      setMaxBarThickness(40);
    }

    @JsonProperty
    public List<String> getFormatted() {
      return line.formatted();
    }
  }

  /** The slices of a pie. */
  static class Slices extends DoughnutDataset {
    // Transient, or it would be a part of the JSON itself.
    private final transient Line line;

    Slices(Line line) {
      this.line = line;
      setDataUnchecked(line.values());
      setBackgroundColor(colors(line.values().size()));
      setBorderColor((Object) "var(--comms-surface)");
      setBorderWidth(2);
    }

    @JsonProperty
    public List<String> getFormatted() {
      return line.formatted();
    }
  }

  /** The steps of a funnel, which the model does not know. */
  static class Steps extends BarDataset {
    // Transient, or it would be a part of the JSON itself.
    private final transient Line line;

    Steps(Line line) {
      this.line = line;
      setDataUnchecked(line.values());
      setBackgroundColor(colors(line.values().size()));
    }

    @JsonProperty
    public List<String> getFormatted() {
      return line.formatted();
    }
  }
}
