package comms.metrics.web;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Bounds;
import comms.metrics.Interval;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import comms.metrics.Top;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Reads a question from the parameters of a request; every one that is not known is an error. */
final class MetricParameters {

  private static final Set<String> KNOWN =
      Set.of("from", "to", "interval", "by", "window", "scope", "cohort", "top");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final MultiValueMap<String, String> parameters;
  private final ZoneId zone;

  MetricParameters(MultiValueMap<String, String> parameters, ZoneId zone) {
    this.parameters = parameters;
    this.zone = zone;
  }

  /**
   * The metric that an address names.
   *
   * @throws ResponseStatusException when there is none of that id
   */
  static Metric metric(String id) {
    return Metric.withId(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no metric " + id));
  }

  /**
   * @throws InvalidMetricQuery when they make no sense; the message names the parameter
   */
  MetricQuery read(Metric metric) {
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name) && !name.startsWith("filter.")) {
        throw new InvalidMetricQuery("there is no parameter " + name);
      }
    }
    return new MetricQuery(
            metric,
            range(),
            interval(),
            by(),
            filters(),
            window(),
            isSecond("scope", "contract", "all"),
            isSecond("cohort", "answered", "resolved"))
        .withTop(top());
  }

  private @Nullable Top top() {
    String text = parameters.getFirst("top");
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new InvalidMetricQuery("top is not a number from 1 to " + Bounds.TOP + ": " + text);
    }
    return Top.of(Integer.parseInt(text));
  }

  private TimeRange range() {
    Instant from = time("from");
    Instant to = time("to");
    if (!from.isBefore(to)) {
      throw new InvalidMetricQuery("from has to lie before to");
    }
    return new TimeRange(from, to);
  }

  private Instant time(String name) {
    String text = parameters.getFirst(name);
    if (text == null) {
      throw new InvalidMetricQuery(name + " is missing: a date or an ISO instant");
    }
    Instant time = time(name, text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new InvalidMetricQuery(name + " lies outside the years 1 to 9999: " + text);
    }
    return time;
  }

  private Instant time(String name, String text) {
    try {
      if (text.length() == "2026-01-05".length()) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      boolean hasOffset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
      return hasOffset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidMetricQuery(name + " is neither a date nor an ISO instant: " + text);
    }
  }

  private Interval interval() {
    String text = parameters.getFirst("interval");
    return text == null
        ? Interval.DAY
        : Interval.named(text)
            .orElseThrow(() -> new InvalidMetricQuery("there is no interval " + text));
  }

  private List<Dimension> by() {
    List<Dimension> by = new ArrayList<>();
    for (String text : parameters.getOrDefault("by", List.of())) {
      Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(MetricParameters::dimension)
          .filter(dimension -> !by.contains(dimension))
          .forEach(by::add);
    }
    return by;
  }

  private Map<Dimension, Set<String>> filters() {
    Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
    parameters.forEach(
        (name, values) -> {
          if (name.startsWith("filter.")) {
            filters.put(dimension(name.substring("filter.".length())), Set.copyOf(values));
          }
        });
    return filters;
  }

  private OptionalInt window() {
    String text = parameters.getFirst("window");
    if (text == null) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw new InvalidMetricQuery("window is not a number of days: " + text);
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** Which of two words stands there; without one it is the first. */
  private boolean isSecond(String name, String first, String second) {
    String text = parameters.getFirst(name);
    String word = text == null ? first : text.toLowerCase(Locale.ROOT);
    if (!word.equals(first) && !word.equals(second)) {
      throw new InvalidMetricQuery(name + " is neither " + first + " nor " + second + ": " + text);
    }
    return word.equals(second);
  }

  private static Dimension dimension(String name) {
    return Dimension.named(name)
        .orElseThrow(() -> new InvalidMetricQuery("there is no breakdown " + name));
  }
}
