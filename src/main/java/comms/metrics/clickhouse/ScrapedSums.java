package comms.metrics.clickhouse;

import comms.catalog.Metric;
import comms.metrics.Buckets;

/** The increases of the sum and the count of what Prometheus scrapes for a metric, as a SELECT. */
final class ScrapedSums {

  private static final String BY_MINUTE =
      """
      SELECT
          toDateTime64(at, 3, 'UTC') AS at, toString(instance) AS instance, series,
          sum_increase, count_increase
      FROM summary_increases FINAL
      WHERE metric = '$metric'
      """;

  private static final String BY_HOUR =
      """
      SELECT
          toDateTime64(hour, 3, 'UTC') AS at, toString(instance) AS instance,
          sum_increase, count_increase
      FROM summary_hours FINAL
      WHERE metric = '$metric'
      """;

  private ScrapedSums() {}

  /** By series and minute. */
  static String of(Metric metric) {
    return BY_MINUTE.replace("$metric", name(metric));
  }

  /** By the hour where that is enough, and then without series. */
  static String of(Metric metric, Buckets buckets) {
    return buckets.onWholeHours() ? BY_HOUR.replace("$metric", name(metric)) : of(metric);
  }

  private static String name(Metric metric) {
    return switch (metric) {
      case WS_LATENCY -> "chat_ws_delivery_latency_ms";
      case WS_RECONNECTS -> "ws_reconnect_attempts";
      default -> throw new IllegalArgumentException("not scraped: " + metric);
    };
  }
}
