package comms.metrics.clickhouse;

import comms.metrics.RecordsQuery;
import comms.metrics.clickhouse.RecordsOf.Relation;

/** The notifications behind the parts of a delivery waterfall. */
final class WaterfallParts {

  /** A scheduled notification with what happened to it in the period. */
  private static final String SCHEDULED =
      """
      SELECT
          s.at AS at, s.notification_id AS notification_id, s.channel AS channel,
          s.template AS template, s.contract_id AS contract_id, s.thread_id AS thread_id,
          f.attempts AS attempts, f.error_code AS error_code, d.drop_reason AS drop_reason
      FROM ($scheduled) AS s
      LEFT JOIN ($failed) AS f ON f.notification_id = s.notification_id
      LEFT JOIN ($dropped) AS d ON d.notification_id = s.notification_id
      WHERE (f.attempts > 0) = $has_failed AND (d.attempts > 0) = $was_dropped
      """;

  private static final String UNSCHEDULED =
      "SELECT * FROM ($trouble) WHERE notification_id NOT IN (SELECT notification_id FROM ($scheduled))";

  private WaterfallParts() {}

  static Relation of(RecordsQuery query) {
    String sql =
        switch (query.part()) {
          case FAILED_ONLY -> scheduled(true, false);
          case DROPPED_ONLY -> scheduled(false, true);
          case FAILED_AND_DROPPED -> scheduled(true, true);
          case UNTROUBLED -> scheduled(false, false);
          case FAILED_UNSCHEDULED -> unscheduled(DeliveryFailures.FAILED);
          case DROPPED_UNSCHEDULED -> unscheduled(DeliveryDrops.DROPPED);
          default -> throw new IllegalArgumentException("no part of a waterfall: " + query.part());
        };
    return Relation.of(sql, query, NotificationCounts.OF_SCHEDULED);
  }

  private static String scheduled(boolean failed, boolean dropped) {
    return SCHEDULED
        .replace("$scheduled", NotificationCounts.scheduled())
        .replace("$failed", NotificationCounts.notifications(DeliveryFailures.FAILED))
        .replace("$dropped", NotificationCounts.notifications(DeliveryDrops.DROPPED))
        .replace("$has_failed", Boolean.toString(failed))
        .replace("$was_dropped", Boolean.toString(dropped));
  }

  private static String unscheduled(String event) {
    return UNSCHEDULED
        .replace("$trouble", NotificationCounts.notifications(event))
        .replace("$scheduled", NotificationCounts.scheduled());
  }
}
