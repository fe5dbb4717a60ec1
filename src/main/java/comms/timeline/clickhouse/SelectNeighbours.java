package comms.timeline.clickhouse;

import comms.timeline.Neighbours;
import comms.timeline.Subject;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Collects what the events name, of the thing itself and of its contracts, named or by way of
 * threads.
 */
@Component
class SelectNeighbours implements Neighbours {

  private static final String SQL =
      """
      SELECT neighbour.1 AS subject, neighbour.2 AS id, count() OVER (PARTITION BY subject) AS of_kind
      FROM (
          SELECT timestamp, arrayJoin(arrayFilter(n -> n.2 != '' AND n != (:kind, :id), [
              ('contract', contract_id), ('thread', thread_id),
              ('dispute', dispute_id), ('notification', notification_id)])) AS neighbour
          FROM event_copies FINAL
          WHERE (kind = :kind AND id = :id)
             OR (kind = 'contract' AND id IN (
                 SELECT contract_id FROM event_copies
                 WHERE kind = :kind AND id = :id AND contract_id != ''))
             OR (kind = 'contract' AND id IN (
                 SELECT arrayJoin(contract_ids) FROM threads FINAL
                 WHERE thread_id IN (
                     SELECT thread_id FROM event_copies
                     WHERE kind = :kind AND id = :id AND thread_id != '')))
             OR (kind = 'thread' AND id IN (
                 SELECT arrayJoin(thread_ids) FROM contracts FINAL WHERE contract_id = :contract)))
      GROUP BY neighbour
      ORDER BY subject, min(timestamp), id
      LIMIT :most BY subject
      """;

  private final JdbcClient jdbc;

  SelectNeighbours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Neighbour> of(Subject subject, String id) {
    return jdbc.sql(SQL)
        .param("kind", subject.wireName())
        .param("id", id)
        .param("contract", subject == Subject.CONTRACT ? id : "")
        .param("most", MOST)
        .query(
            (row, n) ->
                new Neighbour(
                    Subject.valueOf(row.getString("subject").toUpperCase(Locale.ROOT)),
                    row.getString("id"),
                    row.getLong("of_kind")))
        .list();
  }
}
