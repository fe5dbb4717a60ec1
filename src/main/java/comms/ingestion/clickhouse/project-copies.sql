-- The sorted copies of the batch's events. Where two nodes stored the same key at the same time,
-- the copy that lost is overwritten as deleted.
INSERT INTO event_copies
SELECT owner.1 AS kind, owner.2 AS id, * EXCEPT (winner, owner),
       :version * 2 + winner AS version, NOT winner AS deleted
FROM (
    SELECT *, precedence = max(precedence) OVER (PARTITION BY event, event_id) AS winner
    FROM events
    WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)
)
ARRAY JOIN arrayDistinct(arrayFilter(o -> o.2 != '', [
    ('event', toString(event)),
    ('contract', contract_id),
    ('thread', thread_id),
    ('dispute', dispute_id),
    ('notification', notification_id),
    ('message', message_id),
    ('message', in_reply_to)])) AS owner
