package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.Others;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The columns that make the key of a row of a breakdown. Where a dimension has values without a
 * series of their own, its column tells the others apart from every value that there can be.
 */
final class KeyColumns {

  private static final String SHOWN = "shown_";

  /** Before a value, so that nothing is left for the others. */
  private static final String MARK = "=";

  private final List<Dimension> by;
  private final Map<Dimension, Set<String>> shown;

  /**
   * @param dimensions those that the rows have; the query's others are left out
   */
  KeyColumns(MetricQuery query, Collection<Dimension> dimensions) {
    this.by = query.by().stream().filter(dimensions::contains).toList();
    this.shown = query.shown();
  }

  /** The names under which they can be grouped. */
  List<String> names() {
    return by.stream().map(this::name).toList();
  }

  /** The columns to select, each with a comma before it. */
  String selected() {
    StringBuilder selected = new StringBuilder();
    by.forEach(dimension -> selected.append(", ").append(expression(dimension)));
    return selected.toString();
  }

  /** The columns to select, and nothing else. */
  String only() {
    List<String> expressions = new ArrayList<>();
    by.forEach(dimension -> expressions.add(expression(dimension)));
    return String.join(", ", expressions);
  }

  private String name(Dimension dimension) {
    return shown.containsKey(dimension) ? SHOWN + dimension.wireName() : dimension.wireName();
  }

  private String expression(Dimension dimension) {
    Set<String> values = shown.get(dimension);
    String column = dimension.wireName();
    if (values == null) {
      return column;
    }
    String own =
        values.isEmpty()
            ? "substring(toString(%1$s), 1, 0)"
            : "if(%1$s IN (:" + SHOWN + "%1$s), concat('" + MARK + "', toString(%1$s)), '')";
    return own.formatted(column) + " AS " + name(dimension);
  }

  StatementSpec bind(StatementSpec statement) {
    StatementSpec bound = statement;
    for (Dimension dimension : by) {
      Set<String> values = shown.get(dimension);
      if (values != null && !values.isEmpty()) {
        bound = bound.param(name(dimension), values);
      }
    }
    return bound;
  }

  Map<Dimension, String> read(ResultSet row) throws SQLException {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    for (Dimension dimension : by) {
      String value = row.getString(name(dimension));
      key.put(dimension, shown.containsKey(dimension) ? unmarked(value) : value);
    }
    return key;
  }

  private static String unmarked(String value) {
    return value.isEmpty() ? Others.VALUE : value.substring(MARK.length());
  }
}
