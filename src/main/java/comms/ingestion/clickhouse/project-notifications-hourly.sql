-- The counts of every hour in which a notification of the batch was scheduled.
INSERT INTO notifications_hourly
WITH touched AS (
    SELECT timestamp FROM events
    WHERE event = 'notification_delivery_scheduled'
      AND event_id IN (
          SELECT event_id FROM event_batches
          WHERE batch = :batch AND event = 'notification_delivery_scheduled'))
SELECT hour, groupArray((channel, template, scheduled)) AS counts, :version AS version
FROM (
    SELECT toStartOfHour(timestamp) AS hour, channel, template, count() AS scheduled
    FROM event_copies FINAL
    WHERE kind = 'event' AND id = 'notification_delivery_scheduled'
      AND timestamp >= (SELECT toStartOfHour(min(timestamp)) FROM touched)
      AND timestamp < (SELECT toStartOfHour(max(timestamp)) + INTERVAL 1 HOUR FROM touched)
      AND toStartOfHour(timestamp) IN (SELECT toStartOfHour(timestamp) FROM touched)
    GROUP BY hour, channel, template
    UNION ALL
    -- An hour that lost its last notification counts none.
    SELECT DISTINCT toStartOfHour(timestamp) AS hour, '' AS channel, '' AS template, 0 AS scheduled
    FROM touched
)
GROUP BY hour
