package comms.metrics.web;

import comms.api.Paging;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Spelling;
import comms.catalog.Stat;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads a question for records from the parameters of a request. */
final class RecordParameters {

  static final Set<String> OWN = Set.of("stat", "part", "sort", "limit", "offset", "cursor");
  static final String KEY = "key.";

  private final MultiValueMap<String, String> own = new LinkedMultiValueMap<>();
  private final MultiValueMap<String, String> figure = new LinkedMultiValueMap<>();
  private final ZoneId zone;

  RecordParameters(MultiValueMap<String, String> parameters, ZoneId zone) {
    this.zone = zone;
    parameters.forEach(
        (name, values) ->
            (OWN.contains(name) || name.startsWith(KEY) ? own : figure).put(name, values));
    for (String name : Set.of("interval", "by")) {
      if (figure.containsKey(name)) {
        throw new InvalidMetricQuery("records are those of one figure, without " + name);
      }
    }
  }

  /**
   * @throws InvalidMetricQuery when they make no sense; the message names the parameter
   */
  RecordsQuery read(Metric metric) {
    return new RecordsQuery(
        new MetricParameters(figure, zone).read(metric), stat(metric), key(), part());
  }

  private Stat stat(Metric metric) {
    String text = one("stat");
    if (text == null) {
      return switch (metric) {
        case FIRST_RESPONSE_TIME, WS_LATENCY -> Stat.P95;
        case DISPUTE_OUTCOMES -> Stat.COUNT;
        default -> Stat.VALUE;
      };
    }
    return MetricParameters.word("stat", text, Stat.values(), Stat::wireName);
  }

  private Part part() {
    String text = one("part");
    return text == null
        ? Part.COUNTED
        : MetricParameters.word("part", text, Part.values(), Part::wireName);
  }

  private @Nullable String one(String name) {
    return MetricParameters.one(own, name);
  }

  private Map<Dimension, String> key() {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    own.forEach(
        (name, values) -> {
          if (name.startsWith(KEY)) {
            Dimension dimension = MetricParameters.dimension(name.substring(KEY.length()));
            String value = String.valueOf(one(name));
            key.put(dimension, MetricParameters.value(name, dimension, value));
          }
        });
    return key;
  }

  /** A column's name, with a minus before it for the greatest first. */
  RecordSort sort(RecordKind kind) {
    String text = one("sort");
    if (text == null) {
      return kind.order();
    }
    String word = Spelling.word(text);
    boolean ascending = !word.startsWith("-");
    String name = ascending ? word : word.substring(1);
    RecordColumn[] columns = kind.columns().toArray(RecordColumn[]::new);
    return new RecordSort(
        MetricParameters.word("column", name, columns, RecordColumn::wireName), ascending);
  }

  /** Where the page begins, in the list of the metric's records that the parameters name. */
  RecordPlace place(Metric metric, RecordKind kind) {
    Map<String, Object> list = new TreeMap<>(figure);
    own.forEach(list::put);
    List.of("limit", "offset", "cursor").forEach(list::remove);
    String cursor = one("cursor");
    int offset = number("offset", 0, Paging.LAST_OFFSET, 0);
    Paging.check(cursor, offset);
    return RecordPlace.of(metric.id() + list, kind, sort(kind), cursor, offset);
  }

  int number(String name, int least, int most, int otherwise) {
    String text = one(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new InvalidMetricQuery(name + " is a number from " + least + " to " + most);
  }
}
