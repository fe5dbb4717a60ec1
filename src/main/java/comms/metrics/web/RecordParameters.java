package comms.metrics.web;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads a question for records from the parameters of a request. */
final class RecordParameters {

  private static final Set<String> OWN = Set.of("stat", "part", "sort", "limit", "offset");
  private static final String KEY = "key.";

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
    String text = own.getFirst("stat");
    if (text == null) {
      return switch (metric) {
        case FIRST_RESPONSE_TIME, WS_LATENCY -> Stat.P95;
        case DISPUTE_OUTCOMES -> Stat.COUNT;
        default -> Stat.VALUE;
      };
    }
    return Arrays.stream(Stat.values())
        .filter(stat -> stat.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidMetricQuery("there is no stat " + text));
  }

  private Part part() {
    String text = Optional.ofNullable(own.getFirst("part")).orElse(Part.COUNTED.wireName());
    return Part.named(text).orElseThrow(() -> new InvalidMetricQuery("there is no part " + text));
  }

  private Map<Dimension, String> key() {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    own.forEach(
        (name, values) -> {
          if (name.startsWith(KEY)) {
            Dimension dimension =
                Dimension.named(name.substring(KEY.length()))
                    .orElseThrow(() -> new InvalidMetricQuery("there is no breakdown " + name));
            key.put(dimension, values.getFirst());
          }
        });
    return key;
  }

  /** A column's name, with a minus before it for the greatest first. */
  RecordSort sort(RecordKind kind) {
    String text = own.getFirst("sort");
    if (text == null) {
      return kind.order();
    }
    boolean ascending = !text.startsWith("-");
    String name = ascending ? text : text.substring(1);
    return RecordColumn.named(name)
        .map(column -> new RecordSort(column, ascending))
        .orElseThrow(() -> new InvalidMetricQuery("there is no column " + name));
  }

  int number(String name, int least, int most, int otherwise) {
    String text = own.getFirst(name);
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
