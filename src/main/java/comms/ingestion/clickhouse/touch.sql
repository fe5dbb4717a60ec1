-- What has to be worked out again for the batch: whatever any copy of its events belongs to, lost
-- ones too, and the threads with a reply to a message that it says was received.
INSERT INTO touched (batch, kind, id)
SELECT DISTINCT :batch, owner.1, owner.2
FROM (
    SELECT event, timestamp, contract_id, thread_id, dispute_id, notification_id FROM events
    WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)
    UNION ALL
    SELECT event, timestamp, contract_id, thread_id, dispute_id, notification_id FROM event_batches
    WHERE batch = 'lost'
      AND (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch))
ARRAY JOIN arrayFilter(o -> o.2 != '', [
    ('contract', contract_id),
    ('thread', thread_id),
    ('dispute', dispute_id),
    ('notification', notification_id),
    ('hour', if(event = 'notification_delivery_scheduled', toString(toUnixTimestamp(toStartOfHour(timestamp))), ''))]) AS owner
UNION DISTINCT
SELECT :batch, 'thread', thread_id
FROM event_copies
WHERE kind = 'answered_message' AND thread_id != ''
  AND id IN (SELECT event_id FROM event_batches WHERE batch = :batch AND event = 'chat_message_received')
