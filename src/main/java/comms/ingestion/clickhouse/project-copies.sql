-- The sorted copies of the batch's events.
INSERT INTO event_copies
SELECT owner.1 AS kind, owner.2 AS id, * EXCEPT (
           owner, received_at, distinct_id, source, client_id, participants_count, has_attachment,
           failure_code, moderation_reason, retry_count, connection_region, protocol_version,
           close_code, uptime_sec, fallback_used, demo, precedence),
       :version * 2 + 1 AS version, 0 AS deleted
FROM events FINAL
ARRAY JOIN arrayFilter(o -> o.2 != '', [
    ('event', if(event IN ('chat_message_delivered', 'notification_delivery_scheduled',
                           'notification_delivery_failed', 'notification_dropped'), event, '')),
    ('contract', contract_id),
    ('thread', thread_id),
    ('dispute', dispute_id),
    ('notification', notification_id),
    ('answered_message', in_reply_to)]) AS owner
WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch)
