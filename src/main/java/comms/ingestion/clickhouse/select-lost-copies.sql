-- The copies of the batch's events that were stored and lost against one that was accepted earlier,
-- see note-losing-copies.sql. And whether they say something else.
WITH keys AS (SELECT event, event_id FROM event_batches WHERE batch = :batch)
SELECT lost.event AS event, lost.event_id AS event_id, lost.precedence AS precedence,
       toUnixTimestamp64Milli(lost.received_at) AS received_ms, lost.content != s.content AS conflict
FROM (
    SELECT event, event_id, precedence, received_at,
           cityHash64(toString(tuple(* EXCEPT (
               batch, staged_at, copy, precedence, timestamp, received_at, source, demo)))) AS content
    FROM event_batches FINAL
    WHERE batch = 'lost' AND (event, event_id) IN keys) AS lost
INNER JOIN (
    SELECT event, event_id, max(events.precedence) AS best,
           argMax(cityHash64(toString(tuple(* EXCEPT (
               precedence, timestamp, received_at, source, demo)))), events.precedence) AS content
    FROM events
    WHERE (event, event_id) IN keys
    GROUP BY event, event_id) AS s
    ON s.event = lost.event AND s.event_id = lost.event_id
WHERE lost.precedence < s.best
