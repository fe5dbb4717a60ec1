-- Of the batch, the events that are not stored yet, or only in a copy that was accepted later; of
-- several copies in the batch the first accepted.
INSERT INTO events
SELECT b.* EXCEPT (batch, staged_at, copy)
FROM (
    SELECT * FROM event_batches FINAL
    WHERE batch = :batch AND copy >= 0
    ORDER BY precedence DESC
    LIMIT 1 BY event, event_id) AS b
LEFT JOIN (
    SELECT event, event_id, max(precedence) AS stored FROM events
    WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)
    GROUP BY event, event_id) AS s
    ON s.event = b.event AND s.event_id = b.event_id
WHERE b.precedence > s.stored
