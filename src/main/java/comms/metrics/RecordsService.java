package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks a question for records before the store is asked. */
@Component
class RecordsService implements Records {

  private final SelectRecords select;

  RecordsService(SelectRecords select) {
    this.select = select;
  }

  @Override
  public long count(RecordsQuery query) {
    check(query);
    return select.count(query);
  }

  @Override
  public List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset) {
    check(query, sort);
    return select.page(query, sort, limit, offset);
  }

  @Override
  public List<RecordRow> after(RecordsQuery query, RecordSort sort, RecordRow last, int limit) {
    check(query, sort);
    return select.after(query, sort, last, limit);
  }

  private static void check(RecordsQuery query, RecordSort sort) {
    check(query);
    if (!query.kind().columns().contains(sort.column())) {
      throw new InvalidMetricQuery(
          query.kind().wireName() + " cannot be sorted by " + sort.column().wireName());
    }
  }

  private static void check(RecordsQuery query) {
    query.figure().check();
    if (!stats(query.metric()).contains(query.stat())) {
      throw new InvalidMetricQuery(
          query.metric().id() + " has no figure " + query.stat().wireName());
    }
    if (query.part() != RecordsQuery.Part.ALL && !query.parts().contains(query.part())) {
      throw new InvalidMetricQuery(query.metric().id() + " has no part " + query.part().wireName());
    }
    if (query.part().ofWaterfall()) {
      Waterfall.checkFilters(query.filters().keySet());
    }
    query
        .key()
        .forEach(
            (dimension, value) -> {
              Set<String> filter = query.figure().filters().get(dimension);
              if (filter != null && !filter.contains(value)) {
                throw new InvalidMetricQuery("the filter leaves out " + name(dimension, value));
              }
            });
  }

  private static String name(Dimension dimension, String value) {
    return dimension.wireName() + " " + value;
  }

  private static Set<Stat> stats(Metric metric) {
    return switch (metric) {
      case CHAT_TO_CONTRACT -> Set.of(Stat.VALUE, Stat.STEP1, Stat.STEP2, Stat.STEP3);
      case FIRST_RESPONSE_TIME, WS_LATENCY -> Set.of(Stat.P50, Stat.P95, Stat.P99, Stat.MEAN);
      case DISPUTE_OUTCOMES -> Set.of(Stat.COUNT);
      case DELIVERY_FAILURES -> Set.of(Stat.VALUE, Stat.ATTEMPTS);
      default -> Set.of(Stat.VALUE);
    };
  }
}
