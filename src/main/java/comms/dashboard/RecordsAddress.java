package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.RecordColumn;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads a {@link RecordsLink} from an address; what cannot be read is left out. */
record RecordsAddress(QueryParameters parameters) {

  /** The link; empty where the address names no figure. */
  Optional<RecordsLink> read() {
    Optional<Metric> metric = one("metric").flatMap(Metric::withId);
    Optional<TimeRange> range = RangeAddress.of(parameters, "from", "to");
    Optional<Stat> stat = one("stat").flatMap(RecordsAddress::stat);
    if (metric.isEmpty() || range.isEmpty() || stat.isEmpty()) {
      return Optional.empty();
    }
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    dimensions(RecordsLink.KEY, (by, values) -> key.put(by, by.spelled(values.getFirst())));
    RecordsQuery query =
        new RecordsQuery(
            figure(metric.get(), range.get()),
            stat.get(),
            key,
            one("part").flatMap(Part::named).orElse(Part.COUNTED));
    return Optional.of(new RecordsLink(query, sort(query), back(query)));
  }

  private Optional<String> one(String name) {
    return parameters.getSingleParameter(name);
  }

  private MetricQuery figure(Metric metric, TimeRange range) {
    Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
    dimensions(
        RecordsLink.FILTER,
        (by, values) ->
            filters.put(
                by, values.stream().map(by::spelled).collect(Collectors.toUnmodifiableSet())));
    OptionalInt window =
        one("window")
            .filter(days -> days.matches("[1-9]\\d{0,4}"))
            .map(days -> OptionalInt.of(Integer.parseInt(days)))
            .orElse(OptionalInt.empty());
    boolean everyReply = one("scope").filter("all"::equals).isPresent();
    boolean cohorts = one("cohort").filter("resolved"::equals).isPresent();
    return new MetricQuery(
        metric, range, Interval.TOTAL, List.of(), filters, window, everyReply, cohorts);
  }

  private void dimensions(String prefix, BiConsumer<Dimension, List<String>> each) {
    parameters
        .getParameters()
        .forEach(
            (name, values) -> {
              if (name.startsWith(prefix)) {
                Dimension.named(name.substring(prefix.length()))
                    .ifPresent(by -> each.accept(by, values));
              }
            });
  }

  private RecordSort sort(RecordsQuery query) {
    String text = one("sort").orElse("");
    boolean ascending = !text.startsWith("-");
    return RecordColumn.named(ascending ? text : text.substring(1))
        .filter(query.kind().columns()::contains)
        .map(column -> new RecordSort(column, ascending))
        .orElse(query.kind().order());
  }

  /** An address that leads elsewhere, or none, is that of the metric's own view. */
  private String back(RecordsQuery query) {
    return one("back")
        .filter(RecordsLink::leadsWithin)
        .orElse(DeliveryView.METRICS.contains(query.metric()) ? "delivery" : "product");
  }

  private static Optional<Stat> stat(String wireName) {
    return Arrays.stream(Stat.values()).filter(s -> s.wireName().equals(wireName)).findFirst();
  }
}
