-- The counts of every hour in which a notification of the batch was scheduled.
INSERT INTO notifications_hourly
WITH hours AS (
    SELECT toDateTime(toUInt32(id), 'UTC') AS hour FROM touched WHERE batch = :batch AND kind = 'hour')
SELECT hour, groupArray((channel, template, scheduled)) AS counts, :version AS version
FROM (
    SELECT toStartOfHour(timestamp) AS hour, channel, template, count() AS scheduled
    FROM event_copies FINAL
    WHERE kind = 'event' AND id = 'notification_delivery_scheduled'
      AND timestamp >= (SELECT min(hour) FROM hours)
      AND timestamp < (SELECT max(hour) + INTERVAL 1 HOUR FROM hours)
      AND toStartOfHour(timestamp) IN (SELECT hour FROM hours)
    GROUP BY hour, channel, template
    UNION ALL
    -- An hour that lost its last notification counts none.
    SELECT DISTINCT hour, '' AS channel, '' AS template, 0 AS scheduled
    FROM hours
)
GROUP BY hour
