package comms.timeline.clickhouse;

import comms.clickhouse.Keyset;
import comms.ingestion.Ids;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds the keys in the sorted copies, and the events by their keys: few granules of each. */
@Component
class SelectTimeline implements Timelines {

  /** A contract's timeline has the events of its threads in it, each once. */
  private static final String KEYS =
      """
      SELECT DISTINCT event, event_id, timestamp
      FROM event_copies FINAL
      WHERE (kind = :kind AND id = :id)
         OR (kind = 'thread' AND id IN (
             SELECT arrayJoin(thread_ids) FROM contracts FINAL WHERE contract_id = :contract))
      """;

  private static final String PAGE =
      """
      WITH page AS (
          SELECT event, event_id FROM (
              SELECT * FROM (
                  $keys)
              WHERE $after
              ORDER BY $order
              LIMIT :limit OFFSET :offset))
      SELECT *, toUnixTimestamp64Milli(timestamp) AS at_ms, toUnixTimestamp64Milli(received_at) AS received_ms
      FROM events FINAL
      WHERE (event, event_id) IN page
      ORDER BY timestamp, event, event_id
      """
          .replace("$keys", KEYS);

  private static final String COUNT = "SELECT count() FROM (" + KEYS + ")";

  private static final Keyset ORDER =
      Keyset.of(
          Keyset.Column.time("timestamp", true),
          new Keyset.Column("event", true),
          new Keyset.Column("event_id", true));

  private final JdbcClient jdbc;
  private final Ids ids;

  SelectTimeline(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  @Override
  public String stored(String asked) {
    return ids.stored(asked);
  }

  @Override
  public List<TimelineEntry> of(Subject subject, String id, int limit, int offset) {
    return page(ORDER.start(), subject, id, limit, offset);
  }

  @Override
  public List<TimelineEntry> after(Subject subject, String id, TimelineEntry last, int limit) {
    Keyset.Place place =
        ORDER.after(List.of(last.at().toEpochMilli(), last.event(), last.eventId()));
    return page(place, subject, id, limit, 0);
  }

  private List<TimelineEntry> page(
      Keyset.Place place, Subject subject, String id, int limit, int offset) {
    String sql = PAGE.replace("$after", place.sql()).replace("$order", ORDER.order());
    return place
        .bind(about(sql, subject, id))
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> EventRow.entry(row))
        .list();
  }

  @Override
  public long count(Subject subject, String id) {
    return about(COUNT, subject, id).query(Long.class).single();
  }

  private StatementSpec about(String sql, Subject subject, String id) {
    return jdbc.sql(sql)
        .param("kind", subject.wireName())
        .param("id", id)
        .param("contract", subject == Subject.CONTRACT ? id : "");
  }
}
