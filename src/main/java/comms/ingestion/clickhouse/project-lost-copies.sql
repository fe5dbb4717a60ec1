-- The sorted copies of events that lost against one accepted earlier are overwritten as deleted: of
-- those that the batch replaced, and of those that another node stored at the same time. Runs before
-- the copies of the winners, which have a greater version where they have the same place.
INSERT INTO event_copies
WITH keys AS (SELECT event, event_id FROM event_batches WHERE batch = :batch)
SELECT owner.1 AS kind, owner.2 AS id, * EXCEPT (
           owner, received_at, distinct_id, source, client_id, participants_count, has_attachment,
           failure_code, moderation_reason, retry_count, connection_region, protocol_version,
           close_code, uptime_sec, fallback_used, demo, precedence),
       :version * 2 AS version, 1 AS deleted
FROM (
    SELECT * EXCEPT (batch, staged_at, copy) FROM event_batches FINAL
    WHERE batch = 'lost' AND (event, event_id) IN keys
    UNION ALL
    SELECT * FROM events
    WHERE (event, event_id) IN keys
      AND (event, event_id, precedence) NOT IN (
          SELECT event, event_id, max(precedence) FROM events
          WHERE (event, event_id) IN keys
          GROUP BY event, event_id))
ARRAY JOIN arrayFilter(o -> o.2 != '', [
    ('event', if(event IN ('chat_message_delivered', 'notification_delivery_scheduled',
                           'notification_delivery_failed', 'notification_dropped'), event, '')),
    ('contract', contract_id),
    ('thread', thread_id),
    ('dispute', dispute_id),
    ('notification', notification_id),
    ('answered_message', in_reply_to)]) AS owner
