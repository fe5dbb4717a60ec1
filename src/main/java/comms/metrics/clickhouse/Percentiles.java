package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.Figures;
import comms.metrics.MetricResult.Figure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Exact percentiles, interpolated between the closest ranks, with mean and sample size. */
final class Percentiles {

  static final List<Stat> STATS = List.of(Stat.P50, Stat.P95, Stat.P99, Stat.MEAN);

  private Percentiles() {}

  /** The SQL columns for the percentiles of that expression. */
  static String columns(String expression) {
    return """
        quantileExactInclusive(0.5)(%1$s) AS p50,
        quantileExactInclusive(0.95)(%1$s) AS p95,
        quantileExactInclusive(0.99)(%1$s) AS p99,
        avg(%1$s) AS mean,
        count() AS n"""
        .formatted(expression);
  }

  /** Puts one row with these columns into the figures. */
  static void put(Figures figures, Map<Dimension, String> key, long bucket, ResultSet row)
      throws SQLException {
    double n = row.getDouble("n");
    for (Stat stat : STATS) {
      Double value = n == 0 ? null : row.getDouble(stat.wireName());
      figures.put(key, stat, bucket, new Figure(value, n, n, n));
    }
  }
}
