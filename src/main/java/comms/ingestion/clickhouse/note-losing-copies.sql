-- Of the batch's keys, the copies that are stored and lose against another one, stored or of the
-- batch: it was accepted earlier, by another node or in a journal that was stored late. They are
-- noted under one name, so that whoever stored them finds them here when they are merged away, and
-- counts them as what they were: accepted, and lost later. Runs before the batch is stored, when
-- those that it replaces are still there, and after it, when those of another node are.
INSERT INTO event_batches
SELECT 'lost', now(), e.*, -1 - toInt32(e.precedence % 2147483647)
FROM (
    SELECT * FROM events
    WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)) AS e
INNER JOIN (
    SELECT event, event_id, max(rank) AS best
    FROM (
        SELECT event, event_id, precedence AS rank FROM event_batches
        WHERE batch = :batch AND copy >= 0
        UNION ALL
        SELECT event, event_id, precedence AS rank FROM events
        WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch))
    GROUP BY event, event_id) AS b
    ON b.event = e.event AND b.event_id = e.event_id
WHERE e.precedence < b.best
