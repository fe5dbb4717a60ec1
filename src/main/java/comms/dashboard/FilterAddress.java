package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.catalog.Spelling;
import comms.metrics.Interval;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a {@link Filter} from an address and writes it there; what cannot be read is left out. */
record FilterAddress(QueryParameters parameters) {

  /** Before the name of a dimension, as in the HTTP API and in the address of records. */
  private static final String VALUES = RecordsLink.FILTER;

  private static final int MOST_VALUES = 50;
  private static final int LONGEST_VALUE = 200;
  static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  Filter read() {
    Optional<Period> named = one("period").flatMap(Period::named);
    Optional<Days> days = custom();
    boolean custom = days.isPresent() && named.map(p -> p == Period.CUSTOM).orElse(true);
    Period period =
        custom
            ? Period.CUSTOM
            : named.filter(p -> p != Period.CUSTOM).orElse(Filter.DEFAULT.period());
    return new Filter(
        period,
        custom ? days.get() : null,
        one("interval")
            .flatMap(Interval::named)
            .filter(interval -> interval != Interval.TOTAL)
            .orElse(null),
        one("compare").flatMap(Comparison::named).orElse(Filter.DEFAULT.comparison()),
        values(),
        one("full").filter("true"::equals).isPresent(),
        one("refresh").flatMap(Refresh::named).orElse(Refresh.OFF),
        one("order").filter("worst"::equals).isPresent());
  }

  private Optional<String> one(String name) {
    return parameters.getSingleParameter(name).map(Spelling::word);
  }

  private Optional<Days> custom() {
    Optional<LocalDate> from = one("from").flatMap(FilterAddress::date);
    Optional<LocalDate> to = one("to").flatMap(FilterAddress::date);
    return from.flatMap(f -> to.filter(t -> !t.isBefore(f)).map(t -> new Days(f, t)));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY));
    } catch (DateTimeParseException typedByHand) {
      return Optional.empty();
    }
  }

  private Map<Dimension, Set<String>> values() {
    Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
    parameters
        .getParameters()
        .forEach(
            (name, given) -> {
              if (name.startsWith(VALUES)) {
                Dimension.named(name.substring(VALUES.length()))
                    .filter(FilterAddress::filters)
                    .ifPresent(dimension -> values.put(dimension, legible(dimension, given)));
              }
            });
    return values;
  }

  /** The channel of a delivery tells which source measures the latency; it is no filter on it. */
  private static boolean filters(Dimension dimension) {
    return dimension != Dimension.DELIVERY_CHANNEL;
  }

  private static Set<String> legible(Dimension dimension, List<String> given) {
    return given.stream()
        .filter(value -> value.length() <= LONGEST_VALUE)
        .filter(value -> value.chars().noneMatch(Character::isISOControl))
        .limit(MOST_VALUES)
        .map(dimension::spelled)
        .collect(Collectors.toSet());
  }

  static QueryParameters of(Filter filter) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("period", List.of(filter.period().wireName()));
    Days custom = filter.custom();
    if (custom != null) {
      parameters.put("from", List.of(custom.first().toString()));
      parameters.put("to", List.of(custom.last().toString()));
    }
    Interval interval = filter.interval();
    parameters.put("interval", List.of(interval == null ? "auto" : interval.wireName()));
    parameters.put("compare", List.of(filter.comparison().wireName()));
    filter
        .values()
        .forEach(
            (dimension, values) ->
                parameters.put(VALUES + dimension.wireName(), List.copyOf(values)));
    if (filter.fullPeriods()) {
      parameters.put("full", List.of("true"));
    }
    if (filter.refresh() != Refresh.OFF) {
      parameters.put("refresh", List.of(filter.refresh().wireName()));
    }
    if (filter.worstFirst()) {
      parameters.put("order", List.of("worst"));
    }
    return new QueryParameters(parameters);
  }
}
