package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Percentiles of the milliseconds from the server to the client: from the Prometheus histogram, or,
 * where a delivery channel is asked for, from the delivered messages themselves.
 */
@Component
class WsLatency implements SelectMetric, RecordsOf, KeysOf {

  private static final String SCRAPED =
      """
      FROM (
          SELECT toDateTime64(at, 3, 'UTC') AS at, toString(instance) AS instance, series, le, increase
          FROM histogram_increases FINAL
          WHERE metric = 'chat_ws_delivery_latency_ms')
      WHERE $where
      """;

  private static final String BY_HOUR =
      """
      FROM (
          SELECT
              toDateTime64(hour, 3, 'UTC') AS at, toString(instance) AS instance,
              bucket.1 AS le, bucket.2 AS increase
          FROM (
              SELECT hour, instance, buckets FROM histogram_hours FINAL
              WHERE metric = 'chat_ws_delivery_latency_ms'
                AND hour >= fromUnixTimestamp64Milli(:from, 'UTC')
                AND hour < fromUnixTimestamp64Milli(:to, 'UTC'))
          ARRAY JOIN buckets AS bucket)
      WHERE $where
      """;

  private static final String HISTOGRAM =
      "SELECT $bucket $keys, le, sum(increase) AS n\n$scraped GROUP BY $groups_and_le";

  private static final String MEANS =
      """
      SELECT $bucket $keys, sum(sum_increase) / sum(count_increase) AS mean
      FROM ($scraped)
      WHERE $where
      GROUP BY $groups
      HAVING sum(count_increase) > 0
      """;

  private static final String SERIES =
      """
      SELECT series, instance, sumIf(increase, isInfinite(le)) AS observations
      $scraped
      GROUP BY series, instance
      HAVING observations > 0
      """
          .replace("$scraped", SCRAPED);

  private static final String DELIVERED =
      """
      FROM (
          SELECT
              timestamp AS at, message_id, thread_id, delivery_channel,
              assumeNotNull(delivery_latency_ms) AS latency_ms
          FROM event_copies FINAL
          WHERE kind = 'event' AND id = 'chat_message_delivered'
            AND timestamp >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND timestamp < fromUnixTimestamp64Milli(:to, 'UTC'))
      WHERE $where
      """;

  private static final String PERCENTILES =
      "SELECT $bucket $keys, "
          + Percentiles.columns("latency_ms")
          + "\n"
          + DELIVERED
          + "GROUP BY $groups";

  private static final String MESSAGES = "SELECT *\n" + DELIVERED;

  private static final Map<Stat, Double> QUANTILES =
      Map.of(Stat.P50, 0.5, Stat.P95, 0.95, Stat.P99, 0.99);

  private final JdbcClient jdbc;

  WsLatency(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.WS_LATENCY;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    return asksEvents(query) ? delivered(query, buckets) : histogram(query, buckets);
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return asksEvents(query)
        ? List.of(Counted.of("count()", DELIVERED, List.of(Dimension.DELIVERY_CHANNEL)))
        : List.of(
            Counted.of(
                "sumIf(increase, isInfinite(le))",
                Buckets.one(query.range()).onWholeHours() ? BY_HOUR : SCRAPED,
                List.of(Dimension.INSTANCE)));
  }

  @Override
  public Relation records(RecordsQuery query) {
    return asksEvents(query.figure())
        ? Relation.of(MESSAGES, query, List.of(Dimension.DELIVERY_CHANNEL))
        : Relation.of(SERIES, query, List.of(Dimension.INSTANCE));
  }

  private static boolean asksEvents(MetricQuery query) {
    boolean byChannel = asksFor(query, Dimension.DELIVERY_CHANNEL);
    if (byChannel && asksFor(query, Dimension.INSTANCE)) {
      throw new InvalidMetricQuery(
          "delivery_channel is known of events and instance of Prometheus; ask for one of them");
    }
    return byChannel;
  }

  private static boolean asksFor(MetricQuery query, Dimension dimension) {
    return query.by().contains(dimension) || query.filters().containsKey(dimension);
  }

  private Figures delivered(MetricQuery query, Buckets buckets) {
    Figures figures = new Figures();
    new Statement(jdbc, query, buckets, List.of(Dimension.DELIVERY_CHANNEL))
        .forEach(PERCENTILES, (key, bucket, row) -> Percentiles.put(figures, key, bucket, row));
    return figures;
  }

  private Figures histogram(MetricQuery query, Buckets buckets) {
    Map<Map<Dimension, String>, Map<Long, HistogramQuantile>> histograms = new HashMap<>();
    new Statement(jdbc, query, buckets, List.of(Dimension.INSTANCE))
        .forEach(
            HISTOGRAM.replace("$scraped", buckets.onWholeHours() ? BY_HOUR : SCRAPED),
            (key, bucket, row) ->
                histograms
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .computeIfAbsent(bucket, b -> new HistogramQuantile())
                    .add(row.getDouble("le"), row.getDouble("n")));
    Figures figures = new Figures();
    if (query.by().isEmpty()) {
      Percentiles.STATS.forEach(stat -> figures.ensure(Map.of(), stat));
    }
    Map<Map<Dimension, String>, Map<Long, Double>> means = means(query, buckets);
    histograms.forEach(
        (key, byBucket) ->
            byBucket.forEach(
                (bucket, histogram) -> {
                  Double mean = means.getOrDefault(key, Map.of()).get(bucket);
                  put(figures, key, bucket, histogram, mean);
                }));
    return figures;
  }

  private Map<Map<Dimension, String>, Map<Long, Double>> means(MetricQuery query, Buckets buckets) {
    Map<Map<Dimension, String>, Map<Long, Double>> means = new HashMap<>();
    new Statement(jdbc, query, buckets, List.of(Dimension.INSTANCE))
        .forEach(
            MEANS.replace("$scraped", ScrapedSums.of(metric(), buckets)),
            (key, bucket, row) ->
                means
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .put(bucket, row.getDouble("mean")));
    return means;
  }

  private static void put(
      Figures figures,
      Map<Dimension, String> key,
      long bucket,
      HistogramQuantile histogram,
      @Nullable Double mean) {
    double n = histogram.count();
    QUANTILES.forEach(
        (stat, quantile) ->
            figures.put(
                key,
                stat,
                bucket,
                new Figure(histogram.of(quantile), n, n, n, histogram.certainties(quantile))));
    figures.put(key, Stat.MEAN, bucket, new Figure(n == 0 ? null : mean, n, n, n));
  }
}
