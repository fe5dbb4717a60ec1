-- A notification is counted from when it is scheduled, and counts once it fails or is dropped.
WITH
n AS (SELECT * FROM notifications FINAL WHERE notification_id = :id),
shares AS (
    SELECT arrayJoin([
        ('delivery-failures', 'VALUE', false, scheduled_at, 1::UInt64),
        ('delivery-failures', 'VALUE', true, first_failed_at, 1::UInt64),
        ('delivery-failures', 'ATTEMPTS', true, first_failed_at, failed_attempts),
        ('delivery-drops', 'VALUE', false, scheduled_at, 1::UInt64),
        ('delivery-drops', 'VALUE', true, dropped_at, 1::UInt64)]) AS share
    FROM n)
SELECT share.1 AS metric, share.2 AS stat, share.3 AS counted,
       toUnixTimestamp64Milli(assumeNotNull(share.4)) AS at_ms, share.5 AS times, '' AS by, NULL::Nullable(Float64) AS value
FROM shares
WHERE share.4 IS NOT NULL
