-- The state of every notification that the batch names, from all events of the notification.
INSERT INTO notifications
WITH touched_notifications AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'notification')
SELECT
    id AS notification_id,
    if(countIf(event = 'notification_delivery_scheduled') > 0,
        anyIf(e.channel, event = 'notification_delivery_scheduled'),
        argMin(e.channel, timestamp)) AS channel,
    anyIf(e.template, event = 'notification_delivery_scheduled') AS template,
    argMaxIf(e.contract_id, timestamp, e.contract_id != '') AS contract_id,
    argMaxIf(e.thread_id, timestamp, e.thread_id != '') AS thread_id,
    minOrNullIf(timestamp, event = 'notification_delivery_scheduled') AS scheduled_at,
    countIf(event = 'notification_delivery_failed') AS failed_attempts,
    minOrNullIf(timestamp, event = 'notification_delivery_failed') AS first_failed_at,
    argMaxIf(e.error_code, timestamp, event = 'notification_delivery_failed') AS last_error_code,
    minOrNullIf(timestamp, event = 'notification_dropped') AS dropped_at,
    anyIf(e.drop_reason, event = 'notification_dropped') AS drop_reason,
    :version AS version
FROM event_copies AS e FINAL
WHERE kind = 'notification' AND id IN touched_notifications
GROUP BY id
