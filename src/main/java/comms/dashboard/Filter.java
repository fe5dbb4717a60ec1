package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.metrics.Interval;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has chosen in the filter bar; its place is the URL.
 *
 * @param custom the days of a custom period, null for every other
 * @param interval the chosen length of a bucket, null for one that fits the period
 */
record Filter(
    Period period, @Nullable Days custom, @Nullable Interval interval, Comparison comparison) {

  static final Filter DEFAULT = new Filter(Period.DAYS_28, null, null, Comparison.PREVIOUS);

  /** More buckets than this are neither legible nor cheap. */
  private static final int MOST_BUCKETS = 400;

  Filter {
    if ((period == Period.CUSTOM) != (custom != null)) {
      throw new IllegalArgumentException("a custom period has days, and no other has");
    }
  }

  /** The filter of a URL; what cannot be read falls back to the default. */
  static Filter of(QueryParameters parameters) {
    Optional<Period> named = parameters.getSingleParameter("period").flatMap(Period::named);
    Days custom = custom(parameters).orElse(null);
    Period period =
        custom != null && named.map(p -> p == Period.CUSTOM).orElse(true)
            ? Period.CUSTOM
            : named.filter(p -> p != Period.CUSTOM).orElse(DEFAULT.period);
    return new Filter(
        period,
        period == Period.CUSTOM ? custom : null,
        parameters
            .getSingleParameter("interval")
            .flatMap(Interval::named)
            .filter(i -> i != Interval.TOTAL)
            .orElse(null),
        parameters
            .getSingleParameter("compare")
            .flatMap(Comparison::named)
            .orElse(DEFAULT.comparison));
  }

  private static Optional<Days> custom(QueryParameters parameters) {
    Optional<LocalDate> from = parameters.getSingleParameter("from").flatMap(Filter::date);
    Optional<LocalDate> to = parameters.getSingleParameter("to").flatMap(Filter::date);
    return from.flatMap(f -> to.filter(t -> !t.isBefore(f)).map(t -> new Days(f, t)));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException typedByHand) {
      return Optional.empty();
    }
  }

  /** The URL's parameters, the defaults written out so that a link stays what it was. */
  QueryParameters toQueryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("period", period.wireName());
    if (custom != null) {
      parameters.put("from", custom.first().toString());
      parameters.put("to", custom.last().toString());
    }
    parameters.put("interval", interval == null ? "auto" : interval.wireName());
    parameters.put("compare", comparison.wireName());
    return QueryParameters.simple(parameters);
  }

  Filter withPeriod(Period period) {
    return new Filter(period, null, interval, comparison);
  }

  Filter withCustom(Days days) {
    return new Filter(Period.CUSTOM, days, interval, comparison);
  }

  Filter withInterval(@Nullable Interval interval) {
    return new Filter(period, custom, interval, comparison);
  }

  Filter withComparison(Comparison comparison) {
    return new Filter(period, custom, interval, comparison);
  }

  Days days(LocalDate today) {
    return custom != null ? custom : period.days(today);
  }

  /** Whether a period of so many days can be cut into buckets of that length. */
  static boolean fits(Interval interval, long days) {
    return switch (interval) {
      case HOUR -> days * 24 <= MOST_BUCKETS;
      case DAY -> days <= MOST_BUCKETS;
      case WEEK, MONTH, TOTAL -> true;
    };
  }

  /** The chosen interval where it fits the period, else one that does. */
  Interval intervalFor(Days days) {
    if (interval != null && fits(interval, days.count())) {
      return interval;
    }
    if (days.count() <= 2) {
      return Interval.HOUR;
    }
    if (days.count() <= 62) {
      return Interval.DAY;
    }
    return days.count() <= 200 ? Interval.WEEK : Interval.MONTH;
  }
}
