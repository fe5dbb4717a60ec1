package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.metrics.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The period and the filters of a question, as conditions on rows with a time {@code at} and
 * dimensions, with the values to bind. Figures and the records behind them share it.
 */
final class Conditions {

  private final TimeRange range;
  private final Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);

  /**
   * @param dimensions those that the rows have; filters of others are left out
   */
  Conditions(
      TimeRange range, Map<Dimension, Set<String>> filters, Collection<Dimension> dimensions) {
    this.range = range;
    filters.forEach(
        (dimension, values) -> {
          if (dimensions.contains(dimension)) {
            this.filters.put(dimension, values);
          }
        });
  }

  String sql() {
    List<String> conditions = new ArrayList<>();
    conditions.add("at >= fromUnixTimestamp64Milli(:from, 'UTC')");
    conditions.add("at < fromUnixTimestamp64Milli(:to, 'UTC')");
    filters
        .keySet()
        .forEach(filter -> conditions.add(filter.wireName() + " IN (:" + filter.wireName() + ")"));
    return String.join(" AND ", conditions);
  }

  StatementSpec bind(StatementSpec statement) {
    StatementSpec bound =
        statement.param("from", range.from().toEpochMilli()).param("to", range.to().toEpochMilli());
    for (Map.Entry<Dimension, Set<String>> filter : filters.entrySet()) {
      bound = bound.param(filter.getKey().wireName(), filter.getValue());
    }
    return bound;
  }
}
