package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.metrics.Buckets;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.clickhouse.KeysOf.Counted;
import comms.metrics.clickhouse.RecordsOf.Relation;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts notifications in a bucket: scheduled, and those with an event of a kind of trouble. */
@Component
class NotificationCounts {

  /** What scheduled notifications are known by; trouble has reasons of its own besides. */
  static final List<Dimension> OF_SCHEDULED = List.of(Dimension.CHANNEL, Dimension.TEMPLATE);

  private static final String SCHEDULED_HOURS =
      """
      FROM (
          SELECT toDateTime64(hour, 3, 'UTC') AS at, c.1 AS channel, c.2 AS template, c.3 AS scheduled
          FROM (
              SELECT hour, counts FROM notifications_hourly FINAL
              WHERE hour >= fromUnixTimestamp64Milli(:from, 'UTC')
                AND hour < fromUnixTimestamp64Milli(:to, 'UTC'))
          ARRAY JOIN counts AS c
          WHERE scheduled > 0)
      WHERE $where
      """;

  private static final String SCHEDULED_BY_HOUR =
      "SELECT $bucket $keys, sum(scheduled) AS n\n" + SCHEDULED_HOURS + "GROUP BY $groups";

  private static final String SCHEDULED_EVENTS =
      """
      FROM (
          SELECT timestamp AS at, notification_id, channel, template, contract_id, thread_id
          FROM event_copies FINAL
          WHERE kind = 'event' AND id = 'notification_delivery_scheduled'
            AND timestamp >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND timestamp < fromUnixTimestamp64Milli(:to, 'UTC'))
      WHERE $where
      """;

  private static final String SCHEDULED =
      "SELECT $bucket $keys, count() AS n\n" + SCHEDULED_EVENTS + "GROUP BY $groups";

  /** A failed or dropped notification has the template with which it was scheduled. */
  private static final String TROUBLE =
      """
      WITH trouble AS (
          SELECT
              timestamp AS at, event_id, notification_id, channel, error_code, drop_reason, contract_id, thread_id
          FROM event_copies FINAL
          WHERE kind = 'event' AND id = '$event'
            AND timestamp >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND timestamp < fromUnixTimestamp64Milli(:to, 'UTC'))
      SELECT $columns
      FROM (
          SELECT trouble.*, n.template AS template
          FROM trouble
          LEFT JOIN (
              SELECT notification_id, template FROM notifications FINAL
              WHERE notification_id IN (SELECT notification_id FROM trouble)) AS n
              ON n.notification_id = trouble.notification_id) AS t
      WHERE $where
      """;

  private static final String TROUBLED_NOTIFICATIONS =
      """
      SELECT
          notification_id, min(t.at) AS at, count() AS attempts,
          argMin(t.channel, t.at) AS channel, argMin(t.error_code, t.at) AS error_code,
          argMin(t.drop_reason, t.at) AS drop_reason, any(t.template) AS template,
          argMin(t.contract_id, t.at) AS contract_id, argMin(t.thread_id, t.at) AS thread_id
      FROM ($trouble) AS t
      GROUP BY notification_id
      """;

  private final JdbcClient jdbc;

  NotificationCounts(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notifications scheduled, by channel and template where the query asks for them. */
  Counts scheduled(MetricQuery query, Buckets buckets) {
    return Counts.select(
        new Statement(jdbc, query, buckets, OF_SCHEDULED),
        buckets.onWholeHours() ? SCHEDULED_BY_HOUR : SCHEDULED);
  }

  /** Notifications with such an event; one with several of them counts once. */
  Counts notifications(String event, MetricQuery query, Buckets buckets) {
    return trouble(event, "uniqExact(notification_id)", query, buckets);
  }

  /** Such events; a notification with several of them counts several times. */
  Counts attempts(String event, MetricQuery query, Buckets buckets) {
    return trouble(event, "count()", query, buckets);
  }

  /** The notifications that {@link #scheduled} counts. */
  static Relation scheduled(RecordsQuery query) {
    return Relation.of(scheduled(), query, OF_SCHEDULED);
  }

  /** The same as a SELECT, with {@code $where}. */
  static String scheduled() {
    return "SELECT *\n" + SCHEDULED_EVENTS;
  }

  /** Notifications with such an event as a SELECT, with {@code $where}. */
  static String notifications(String event) {
    return TROUBLED_NOTIFICATIONS.replace("$trouble", events(event));
  }

  /** Such events as a SELECT, with {@code $where}. */
  static String events(String event) {
    return select(event, "*");
  }

  /** The notifications that {@link #notifications} counts, each with the first of its events. */
  static Relation notifications(String event, RecordsQuery query) {
    return Relation.of(notifications(event), query, query.metric().breakdowns());
  }

  /** The events that {@link #attempts} counts. */
  static Relation attempts(String event, RecordsQuery query) {
    return Relation.of(events(event), query, query.metric().breakdowns());
  }

  /** The notifications with such an event, and those scheduled. */
  static List<Counted> counted(String event, MetricQuery query) {
    return List.of(
        new Counted(
            select(event, "$keys, uniqExact(notification_id) AS n") + "GROUP BY $groups",
            query.metric().breakdowns()),
        Buckets.one(query.range()).onWholeHours()
            ? Counted.of("sum(scheduled)", SCHEDULED_HOURS, OF_SCHEDULED)
            : Counted.of("count()", SCHEDULED_EVENTS, OF_SCHEDULED));
  }

  private static String select(String event, String columns) {
    return TROUBLE.replace("$event", event).replace("$columns", columns);
  }

  private Counts trouble(String event, String count, MetricQuery query, Buckets buckets) {
    return Counts.select(
        new Statement(jdbc, query, buckets, query.metric().breakdowns()),
        select(event, "$bucket $keys, " + count + " AS n") + "GROUP BY $groups");
  }
}
