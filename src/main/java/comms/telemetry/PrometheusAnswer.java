package comms.telemetry;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the HTTP API to a query, complete or refused. */
record PrometheusAnswer(
    @Nullable String status,
    @Nullable String error,
    @Nullable List<String> warnings,
    @Nullable Data data) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  record Data(@Nullable String resultType, @Nullable List<Series> result) {}

  /** A series, with one value of a vector, or several of a matrix, numbers or histograms. */
  record Series(
      @Nullable Map<String, String> metric,
      @Nullable Point value,
      @Nullable List<Point> values,
      @Nullable List<HistogramPoint> histograms) {

    Map<String, String> labels() {
      return Objects.requireNonNullElse(metric, Map.of());
    }

    RawSeries numbers() {
      List<Point> points = Objects.requireNonNullElse(values, List.of());
      return new RawSeries(labels(), points.stream().map(Point::sample).toList());
    }

    Stream<RawSeries> natives() {
      NativeSeries series = new NativeSeries(labels());
      Objects.requireNonNullElse(histograms, List.<HistogramPoint>of())
          .forEach(point -> series.add(millis(point.at()), point.checked()));
      return series.classic();
    }
  }

  /** Seconds since 1970, and a native histogram. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record HistogramPoint(double at, @Nullable NativeHistogram histogram) {

    NativeHistogram checked() {
      if (histogram == null) {
        throw new PrometheusFailure("answers with a sample without a histogram");
      }
      return histogram;
    }
  }

  /** Seconds since 1970, and a number as text. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Point(double at, @Nullable String value) {

    Sample sample() {
      if (value == null) {
        throw new PrometheusFailure("answers with a sample without a value");
      }
      try {
        return new Sample(millis(at), PrometheusNumber.parse(value));
      } catch (NumberFormatException e) {
        throw new PrometheusFailure("answers with a sample that is no number", e);
      }
    }
  }

  /**
   * Reads an answer with the status 200.
   *
   * @throws PrometheusFailure when it is cut off, something else, or not all that was asked for
   */
  static List<Series> read(byte[] body, String resultType) {
    PrometheusAnswer answer = parse(body);
    if (!"success".equals(answer.status())) {
      throw new PrometheusFailure("answers with an error: " + answer.error());
    }
    List<String> warnings = Objects.requireNonNullElse(answer.warnings(), List.of());
    if (!warnings.isEmpty()) {
      throw new PrometheusFailure("answers in part only: " + warnings.getFirst());
    }
    Data data = answer.data();
    if (data == null || data.result() == null || !resultType.equals(data.resultType())) {
      throw new PrometheusFailure("answers with something else than a " + resultType);
    }
    return data.result();
  }

  /**
   * The series of a matrix; native histograms as classic ones, unless the server has the classic
   * one of the same series too.
   */
  static List<RawSeries> raw(List<Series> matrix) {
    List<RawSeries> numbers = matrix.stream().map(Series::numbers).toList();
    Set<Map<String, String>> classic =
        numbers.stream()
            .filter(series -> !series.samples().isEmpty())
            .flatMap(series -> NativeSeries.ofBucket(series.labels()).stream())
            .collect(Collectors.toSet());
    Stream<RawSeries> natives =
        matrix.stream()
            .filter(series -> !classic.contains(series.labels()))
            .flatMap(Series::natives);
    return Stream.concat(numbers.stream(), natives).toList();
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }

  /** What a refusal says, if it is one of Prometheus' own. */
  static String refusal(byte[] body) {
    try {
      String error = JSON.readValue(body, PrometheusAnswer.class).error();
      return error == null ? "" : ": " + error;
    } catch (JacksonException _) {
      return "";
    }
  }

  private static PrometheusAnswer parse(byte[] body) {
    try {
      PrometheusAnswer answer = JSON.readValue(body, PrometheusAnswer.class);
      if (answer != null) {
        return answer;
      }
    } catch (JacksonException e) {
      throw new PrometheusFailure("answers with something that is no complete JSON of its API", e);
    }
    throw new PrometheusFailure("answers with nothing");
  }
}
