package comms.dashboard;

import java.util.List;
import java.util.Locale;
import software.xdev.chartjs.model.charts.MixedChart;
import software.xdev.chartjs.model.data.MixedData;
import software.xdev.chartjs.model.options.CoreInteractionOptions;
import software.xdev.chartjs.model.options.LegendOptions;
import software.xdev.chartjs.model.options.LineOptions;
import software.xdev.chartjs.model.options.Options;
import software.xdev.chartjs.model.options.scale.GridLineConfiguration;
import software.xdev.chartjs.model.options.scale.Scales;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.category.CategoryTickOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearScaleOptions;
import software.xdev.chartjs.model.options.scale.cartesian.linear.LinearTickOptions;

/** The Chart.js configuration of a {@link Picture}. */
final class ChartConfiguration {

  private ChartConfiguration() {}

  /** The configuration as JSON, with colours as CSS variables for the browser to look up. */
  static String of(Picture picture, Locale locale) {
    MixedData data = new MixedData();
    data.setLabels(picture.labels());
    picture.lines().forEach(line -> data.addDataset(Datasets.of(line, picture)));
    MixedChart chart = new MixedChart().setType(type(picture.shape()));
    chart.setData(data);
    chart.setOptions(options(picture, locale));
    return chart.toJson();
  }

  private static String type(Picture.Shape shape) {
    return switch (shape) {
      case LINES -> "line";
      case STACKED_BARS -> "bar";
      case PIE -> "doughnut";
      case FUNNEL -> "funnel";
    };
  }

  private static Options<?, ?> options(Picture picture, Locale locale) {
    boolean overBuckets =
        picture.shape() == Picture.Shape.LINES || picture.shape() == Picture.Shape.STACKED_BARS;
    LineOptions options = new LineOptions();
    options.setResponsive(true);
    options.setMaintainAspectRatio(false);
    options.setInteraction(
        new CoreInteractionOptions()
            .setMode(overBuckets ? "index" : "nearest")
            .setIntersect(!overBuckets));
    ChartPlugins plugins = new ChartPlugins(picture, locale);
    plugins.setLegend(
        new LegendOptions()
            .setDisplay(picture.shape() == Picture.Shape.PIE || picture.lines().size() > 1)
            .setPosition("bottom")
            .setLabels(new ChartPlugins.LegendLabels()));
    options.setPlugins(plugins);
    if (overBuckets) {
      options.setScales(scales(picture));
    }
    return options;
  }

  private static Scales scales(Picture picture) {
    boolean stacked = picture.shape() == Picture.Shape.STACKED_BARS;
    CategoryScaleOptions x = new CategoryScaleOptions();
    x.setType("category");
    x.setStacked(stacked);
    x.setGrid(new GridLineConfiguration().setDisplay(false));
    CategoryTickOptions names = new CategoryTickOptions();
    names.setMaxRotation(0);
    names.setAutoSkipPadding(16);
    x.setTicks(names);

    LinearScaleOptions y = new LinearScaleOptions();
    y.setType("linear");
    y.setStacked(stacked);
    y.setGrid(new GridLineConfiguration().setColor(Palette.GRID).setDrawTicks(false));
    LinearTickOptions figures = new LinearTickOptions();
    figures.setMaxTicksLimit(6);
    figures.setPadding(8);
    y.setTicks(figures);
    // A target that no figure comes near must be in sight all the same.
    List<Double> goals =
        picture.goals().stream()
            .flatMap(goal -> goal.steps().stream())
            .map(Picture.Step::value)
            .toList();
    goals.stream().max(Double::compare).ifPresent(y::setSuggestedMax);
    goals.stream().min(Double::compare).ifPresent(y::setSuggestedMin);
    boolean bars = stacked || picture.lines().stream().anyMatch(l -> l.style() == Line.Style.AREA);
    y.setBeginAtZero(bars);
    return new Scales().addScale(Scales.ScaleAxis.X, x).addScale(Scales.ScaleAxis.Y, y);
  }
}
