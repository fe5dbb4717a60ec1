package comms.telemetry;

import com.fasterxml.jackson.annotation.JsonFormat;
import comms.telemetry.RawSeries.HistogramSample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Those outside of a time as a classic histogram; all of them for themselves where not every
     * one is sure to be exponential.
     */
    Stream<RawSeries> natives(Span without) {
      List<HistogramSample> samples =
          Objects.requireNonNullElse(histograms, List.<HistogramPoint>of()).stream()
              .map(point -> new HistogramSample(millis(point.at()), point.checked()))
              .filter(sample -> !without.contains(sample.at()) && sample.histogram().isCount())
              .toList();
      NativeSeries series = new NativeSeries(labels());
      samples.forEach(series::addSums);
      if (samples.stream().allMatch(s -> s.histogram().kind() == HistogramKind.EXPONENTIAL)) {
        samples.forEach(series::addBuckets);
        return series.classic();
      }
      return Stream.concat(
          series.classic(), Stream.of(new RawSeries(labels(), List.of(), samples)));
    }
  }

  /** The time from a first to a last sample. */
  private record Span(long first, long last) {

    static final Span NEVER = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    static Span of(List<Sample> samples) {
      return new Span(samples.getFirst().at(), samples.getLast().at());
    }

    Span with(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    boolean contains(long at) {
      return first <= at && at <= last;
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
   * The series of a matrix; native histograms as classic ones or for themselves, except while the
   * server has the classic one of the same series too.
   */
  static List<RawSeries> raw(List<Series> matrix) {
    List<RawSeries> numbers = matrix.stream().map(Series::numbers).toList();
    Map<Map<String, String>, Span> classic = new HashMap<>();
    for (RawSeries series : numbers) {
      if (!series.samples().isEmpty()) {
        NativeSeries.ofBucket(series.labels())
            .ifPresent(whole -> classic.merge(whole, Span.of(series.samples()), Span::with));
      }
    }
    Stream<RawSeries> natives =
        matrix.stream()
            .flatMap(series -> series.natives(classic.getOrDefault(series.labels(), Span.NEVER)));
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
