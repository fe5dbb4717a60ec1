-- Of the batch's keys, the copies that are stored and lose against one of the batch: it was accepted
-- earlier, by another node or in a journal that was stored late.
INSERT INTO event_batches
SELECT :batch, now(), e.*, -1
FROM (
    SELECT * FROM events FINAL
    WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)) AS e
INNER JOIN (
    SELECT event, event_id, max(precedence) AS best FROM event_batches
    WHERE batch = :batch AND copy >= 0
    GROUP BY event, event_id) AS b
    ON b.event = e.event AND b.event_id = e.event_id
WHERE e.precedence < b.best
