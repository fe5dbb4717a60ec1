package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said about records, in the reader's language. */
record RecordWords(RecordsQuery query, Formats formats) {

  private static final Map<Stat, Double> QUANTILES =
      Map.of(Stat.P50, 0.5, Stat.P95, 0.95, Stat.P99, 0.99);

  private Texts texts() {
    return formats.texts();
  }

  /** What they are, when, of which part, and how many. */
  String heading(long count) {
    String what =
        Stream.concat(Stream.of(kind(), formats.range(query.figure().range())), conditions())
            .collect(Collectors.joining(", "));
    return query.kind().sums() ? what : what + ": " + formats.number(count, 0);
  }

  String kind() {
    return kind(query.kind());
  }

  /** The name of a part, for the switch between them. */
  String part(Part part) {
    RecordsQuery other = query.withPart(part);
    return other.kind() == query.withPart(Part.COUNTED).kind() && part == Part.ALL
        ? texts().text("records.part.all")
        : kind(other.kind());
  }

  private String kind(RecordKind kind) {
    String cohort = query.figure().cohorts() ? ".cohort" : "";
    return texts().text("records." + kind.wireName() + cohort);
  }

  /** The series' values, where they concern these records, and the filters in force. */
  private Stream<String> conditions() {
    boolean ofSeries = query.part() != Part.ALL || query.metric().breakdowns().isEmpty();
    Stream<String> key =
        ofSeries
            ? query.key().entrySet().stream().map(e -> value(e.getKey(), e.getValue()))
            : Stream.of();
    Stream<String> filters =
        query.figure().filters().entrySet().stream()
            .filter(filter -> !query.key().containsKey(filter.getKey()))
            .map(
                filter ->
                    filter.getValue().stream()
                        .map(value -> value(filter.getKey(), value))
                        .collect(Collectors.joining(" / ")));
    return Stream.concat(key, filters);
  }

  private String value(Dimension dimension, String value) {
    String name = texts().text("record." + dimension.wireName());
    return name + " " + word(dimension, value, texts());
  }

  /** A value of a dimension; all roles share their words. */
  static String word(Dimension dimension, String value, Texts texts) {
    return texts.value(vocabulary(dimension.wireName()), value);
  }

  /** The figure that the records lie behind, with what it is made of. */
  String figure(Figure figure) {
    if (query.part().ofWaterfall()) {
      return texts().text("records.part." + query.part().wireName());
    }
    boolean named = query.stat() == Stat.VALUE || query.stat() == Stat.COUNT;
    String stat = named ? "" : " " + texts().text("stat." + query.stat().wireName());
    String name = texts().text("metric." + query.metric().id()) + stat;
    String value = formats.value(figure.value(), unit());
    return isShare()
        ? texts()
            .text(
                "records.figure.share",
                name,
                value,
                formats.number(figure.numerator(), 0),
                formats.number(figure.denominator(), 0))
        : texts().text("records.figure", name, value);
  }

  /** Steps, outcomes and attempts are counted, whatever the unit of their metric is. */
  private Unit unit() {
    return switch (query.stat()) {
      case STEP1, STEP2, STEP3, COUNT, ATTEMPTS -> Unit.COUNT;
      default -> query.metric().unit();
    };
  }

  private boolean isShare() {
    return query.stat() == Stat.VALUE && query.parts().size() > 1;
  }

  /** Where a percentile lies among its values, or what the records of Prometheus are. */
  Optional<String> note(Figure figure) {
    if (query.kind().sums()) {
      return Optional.of(texts().text("records.series", formats.number(figure.samples(), 0)));
    }
    Double quantile = QUANTILES.get(query.stat());
    if (quantile == null || figure.samples() == 0) {
      return Optional.empty();
    }
    double rank = quantile * (figure.samples() - 1) + 1;
    String below = formats.number(Math.floor(rank), 0);
    String above = formats.number(Math.ceil(rank), 0);
    String of = formats.number(figure.samples(), 0);
    String stat = texts().text("stat." + query.stat().wireName());
    return Optional.of(
        below.equals(above)
            ? texts().text("records.percentile.at", stat, below, of)
            : texts().text("records.percentile.between", stat, below, above, of));
  }

  /** A value of a record as text. */
  String value(RecordColumn column, @Nullable Object value) {
    return switch (value) {
      case null -> Formats.NOTHING;
      case Instant time -> formats.moment(time);
      case Double number ->
          switch (column.type()) {
            case SECONDS -> formats.duration(number);
            case MILLISECONDS -> texts().text("unit.ms", formats.number(number, 0));
            default -> formats.number(number, 0);
          };
      default -> texts().value(vocabulary(column.wireName()), value.toString());
    };
  }

  /** All roles share their words. */
  private static String vocabulary(String name) {
    return name.endsWith("_role") ? "role" : name;
  }
}
