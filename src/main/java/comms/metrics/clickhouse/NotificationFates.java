package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Waterfall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many notifications with trouble in a period share the same fate, for each channel and over
 * all of them. Only of these is it looked up whether they were scheduled in the period.
 */
final class NotificationFates {

  private static final String FATES =
      """
      SELECT $channel, whole, scheduled, failed, dropped, count() AS n
      FROM (
          SELECT
              notification_id, $channel, grouping($channel) AS whole,
              max(step = 'scheduled') AS scheduled,
              max(step = 'failed') AS failed,
              max(step = 'dropped') AS dropped
          FROM (
              SELECT notification_id, $key, 'failed' AS step FROM ($failed)
              UNION ALL
              SELECT notification_id, $key, 'dropped' AS step FROM ($dropped)
              UNION ALL
              SELECT notification_id, $key, 'scheduled' AS step FROM ($scheduled)
              WHERE notification_id IN (
                  SELECT notification_id FROM ($failed)
                  UNION ALL
                  SELECT notification_id FROM ($dropped)))
          GROUP BY GROUPING SETS ((notification_id, $channel), (notification_id)))
      WHERE failed OR dropped
      GROUP BY $channel, whole, scheduled, failed, dropped
      """
          .replace("$failed", NotificationCounts.events(DeliveryFailures.FAILED))
          .replace("$dropped", NotificationCounts.events(DeliveryDrops.DROPPED))
          .replace("$scheduled", NotificationCounts.scheduled());

  private final Map<Fate, Long> whole = new HashMap<>();
  private final Map<String, Map<Fate, Long>> channels = new TreeMap<>();

  /** What happened to a notification in the period. */
  record Fate(boolean scheduled, boolean failed, boolean dropped) {}

  static NotificationFates select(JdbcClient jdbc, Waterfall.Question question) {
    Conditions conditions =
        new Conditions(question.range(), question.filters(), NotificationCounts.OF_SCHEDULED);
    KeyColumns channel =
        new KeyColumns(
            question.to(Metric.DELIVERY_FAILURES).withBy(Dimension.CHANNEL),
            List.of(Dimension.CHANNEL));
    String sql =
        FATES
            .replace("$where", conditions.sql())
            .replace("$key", channel.only())
            .replace("$channel", channel.names().getFirst());
    NotificationFates fates = new NotificationFates();
    channel
        .bind(conditions.bind(jdbc.sql(sql)))
        .query(
            row -> {
              Fate fate =
                  new Fate(
                      row.getBoolean("scheduled"),
                      row.getBoolean("failed"),
                      row.getBoolean("dropped"));
              fates
                  .place(
                      row.getBoolean("whole"),
                      channel.read(row).getOrDefault(Dimension.CHANNEL, ""))
                  .put(fate, row.getLong("n"));
            });
    return fates;
  }

  private Map<Fate, Long> place(boolean ofWhole, String channel) {
    return ofWhole ? whole : channels.computeIfAbsent(channel, _ -> new HashMap<>());
  }

  Map<Fate, Long> whole() {
    return whole;
  }

  Map<Fate, Long> channel(String channel) {
    return channels.getOrDefault(channel, Map.of());
  }

  Set<String> channels() {
    return channels.keySet();
  }
}
