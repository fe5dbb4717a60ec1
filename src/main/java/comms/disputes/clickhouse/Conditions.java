package comms.disputes.clickhouse;

import comms.catalog.Dimension;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The values that a dispute's properties must have, as SQL with the values to bind. */
record Conditions(Map<Dimension, Set<String>> values) {

  /** Each condition with AND before it. */
  String sql() {
    StringBuilder sql = new StringBuilder();
    for (Dimension dimension : values.keySet()) {
      String name = dimension.wireName();
      sql.append(" AND ").append(name).append(" IN (:").append(name).append(')');
    }
    return sql.toString();
  }

  StatementSpec bind(StatementSpec statement) {
    StatementSpec bound = statement;
    for (Map.Entry<Dimension, Set<String>> condition : values.entrySet()) {
      bound = bound.param(condition.getKey().wireName(), condition.getValue());
    }
    return bound;
  }
}
