-- Of the batch, the copies that were not stored, and whether they say something else than the one
-- that counts. One that was stored and then lost against another is noted, see
-- note-losing-copies.sql. The clock's correction moves the time of an event that is sent again, so
-- times are not compared.
WITH keys AS (SELECT event, event_id FROM event_batches WHERE batch = :batch)
SELECT b.copy AS copy, b.content != s.content AS conflict
FROM (
    SELECT event, event_id, copy, precedence,
           cityHash64(toString(tuple(* EXCEPT (
               batch, staged_at, copy, precedence, timestamp, received_at, source, demo)))) AS content
    FROM event_batches FINAL
    WHERE batch = :batch AND copy >= 0) AS b
INNER JOIN (
    SELECT event, event_id, groupArray(precedence) AS stored,
           argMax(cityHash64(toString(tuple(* EXCEPT (
               precedence, timestamp, received_at, source, demo)))), precedence) AS content
    FROM events
    WHERE (event, event_id) IN keys
    GROUP BY event, event_id) AS s
    ON s.event = b.event AND s.event_id = b.event_id
WHERE NOT has(s.stored, b.precedence)
  AND (b.event, b.event_id, b.precedence) NOT IN (
      SELECT event, event_id, precedence FROM event_batches
      WHERE batch = 'lost' AND (event, event_id) IN keys)
ORDER BY copy
