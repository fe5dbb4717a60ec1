package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts / connections: the increases of the sum and of the count that Prometheus has. */
@Component
class WsReconnects implements SelectMetric, RecordsOf, KeysOf {

  private static final String SCRAPED =
      """
      sum(sum_increase) AS attempts, sum(count_increase) AS connections
      FROM ($scraped)
      WHERE $where
      """;

  private static final String SQL = "SELECT $bucket $keys, " + SCRAPED + "GROUP BY $groups";

  private static final String SERIES =
      "SELECT series, instance, "
          + SCRAPED.replace("$scraped", ScrapedSums.of(Metric.WS_RECONNECTS))
          + "GROUP BY series, instance HAVING connections > 0 OR attempts > 0";

  private final JdbcClient jdbc;

  WsReconnects(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.WS_RECONNECTS;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Figures figures = new Figures();
    if (query.by().isEmpty()) {
      figures.ensure(Map.of(), Stat.VALUE);
    }
    new Statement(jdbc, query, buckets, List.of(Dimension.INSTANCE))
        .forEach(
            SQL.replace("$scraped", ScrapedSums.of(metric(), buckets)),
            (key, bucket, row) ->
                figures.put(
                    key,
                    Stat.VALUE,
                    bucket,
                    Shares.of(row.getDouble("attempts"), row.getDouble("connections"))));
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(
        Counted.of(
            "sum(count_increase)",
            "FROM (" + ScrapedSums.of(metric(), Buckets.one(query.range())) + ") WHERE $where",
            List.of(Dimension.INSTANCE)));
  }

  @Override
  public Relation records(RecordsQuery query) {
    return Relation.of(SERIES, query, List.of(Dimension.INSTANCE));
  }
}
