package comms.metrics.web;

import comms.api.AskedTime;
import comms.api.Shown;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Spelling;
import comms.metrics.Bounds;
import comms.metrics.Interval;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import comms.metrics.Top;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Reads a question from the parameters of a request; every one that is not known is an error. */
final class MetricParameters {

  private static final Set<String> KNOWN =
      Set.of("from", "to", "interval", "by", "window", "scope", "cohort", "top");

  private static final int MOST_VALUES = 100;

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
        throw new InvalidMetricQuery("there is no parameter " + Shown.of(name));
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
    String text = one(name);
    if (text == null || text.isBlank()) {
      throw new InvalidMetricQuery(name + " is missing: a date or an ISO instant");
    }
    return AskedTime.of(name, text, zone);
  }

  /** The only value of a parameter. */
  private @Nullable String one(String name) {
    return one(parameters, name);
  }

  /**
   * The only value of a parameter, null where it is not given.
   *
   * @throws InvalidMetricQuery when it is given more than once
   */
  static @Nullable String one(MultiValueMap<String, String> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new InvalidMetricQuery(name + " is given more than once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  /**
   * One of the words of a closed list, however it is typed.
   *
   * @throws InvalidMetricQuery when it is none of them
   */
  static <T> T word(String name, String text, T[] all, Function<T, String> wireName) {
    String word = Spelling.word(text);
    return Arrays.stream(all)
        .filter(one -> wireName.apply(one).equals(word))
        .findFirst()
        .orElseThrow(() -> noSuch(name, text, Arrays.stream(all).map(wireName).toList()));
  }

  private static InvalidMetricQuery noSuch(String name, String text, Collection<String> allowed) {
    return new InvalidMetricQuery(
        "there is no %s %s; it is one of %s"
            .formatted(name, Shown.of(text), String.join(", ", allowed)),
        allowed);
  }

  private Interval interval() {
    String text = one("interval");
    return text == null
        ? Interval.DAY
        : word("interval", text, Interval.values(), Interval::wireName);
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
            Dimension dimension = dimension(name.substring("filter.".length()));
            if (values.size() > MOST_VALUES) {
              throw new InvalidMetricQuery(
                  "%s has more than %d values".formatted(name, MOST_VALUES));
            }
            filters.put(
                dimension,
                values.stream()
                    .map(value -> value(name, dimension, value))
                    .collect(Collectors.toUnmodifiableSet()));
          }
        });
    return filters;
  }

  /**
   * The value as it is stored, however it is asked for.
   *
   * @throws InvalidMetricQuery when no record can have it
   */
  static String value(String name, Dimension dimension, String asked) {
    String value = dimension.spelled(asked);
    if (!dimension.allows(value)) {
      throw noSuch(name, asked, dimension.allowed());
    }
    return value;
  }

  private OptionalInt window() {
    String text = one("window");
    if (text == null) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw new InvalidMetricQuery("window is not a number of days: " + Shown.of(text));
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  /** Which of two words stands there; without one it is the first. */
  private boolean isSecond(String name, String first, String second) {
    String text = one(name);
    String word = text == null ? first : Spelling.word(text);
    if (!word.equals(first) && !word.equals(second)) {
      throw new InvalidMetricQuery(
          name + " is neither " + first + " nor " + second + ": " + Shown.of(word),
          List.of(first, second));
    }
    return word.equals(second);
  }

  static Dimension dimension(String name) {
    return Dimension.named(name)
        .orElseThrow(
            () ->
                noSuch(
                    "breakdown",
                    name,
                    Arrays.stream(Dimension.values()).map(Dimension::wireName).toList()));
  }
}
