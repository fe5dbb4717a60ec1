package comms.timeline.clickhouse;

import comms.catalog.EventName;
import comms.timeline.RecentEvents;
import comms.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the newest events without reading all of them. {@code events} is sorted by key and has no
 * order in time, but every write stages its events in {@code event_batches}, whose partitions and
 * parts know from when to when they were staged. So the parts of the last minutes give the newest
 * batches, these by their sorting key the keys of their events, and the keys the events. Only where
 * nothing came within minutes is the day asked, and then its column of times and batches alone.
 */
@Component
class SelectRecentEvents implements RecentEvents {

  private static final String SQL =
      """
      WITH
      newest AS (
          SELECT batch FROM event_batches
          WHERE staged_at >= now() - toIntervalSecond(:seconds) AND (:event = '' OR event = :event)
            -- Others are noted here because they were stored before and have lost.
            AND copy >= 0
          GROUP BY batch
          ORDER BY max(staged_at) DESC
          LIMIT :limit),
      arrived AS (
          SELECT event, event_id, received_at FROM event_batches
          WHERE batch IN newest
            AND staged_at >= now() - toIntervalSecond(:seconds) AND (:event = '' OR event = :event)
          ORDER BY received_at DESC
          LIMIT :limit)
      SELECT *, toUnixTimestamp64Milli(timestamp) AS at_ms, toUnixTimestamp64Milli(received_at) AS received_ms
      FROM events FINAL
      WHERE (event, event_id) IN (SELECT event, event_id FROM arrived)
        -- A duplicate was received later than what is stored.
        AND (event, event_id, received_at) IN (SELECT event, event_id, received_at FROM arrived)
      ORDER BY received_at DESC, timestamp DESC, event, event_id
      """;

  private static final List<Duration> LATELY = List.of(Duration.ofMinutes(10), Duration.ofDays(1));

  private final JdbcClient jdbc;

  SelectRecentEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<TimelineEntry> newest(Optional<EventName> event, int limit) {
    List<TimelineEntry> newest = List.of();
    for (Duration lately : LATELY) {
      newest = within(lately, event, limit);
      if (!newest.isEmpty()) {
        break;
      }
    }
    return newest;
  }

  private List<TimelineEntry> within(Duration lately, Optional<EventName> event, int limit) {
    return jdbc.sql(SQL)
        .param("seconds", lately.toSeconds())
        .param("event", event.map(EventName::wireName).orElse(""))
        .param("limit", limit)
        .query((row, n) -> EventRow.entry(row))
        .list();
  }
}
