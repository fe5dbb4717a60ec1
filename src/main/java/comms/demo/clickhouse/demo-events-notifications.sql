-- The notifications about the demo's messages as events. Two weeks ago the mail provider throttled
-- the daily digest for some days (421), and for some days now push endpoints have been gone (410)
-- where a contract was updated. Some notifications are dropped after their third attempt.
INSERT INTO events
    (event, event_id, timestamp, distinct_id, contract_id, thread_id, notification_id, channel,
     template, error_code, retry_count, drop_reason, source, received_at, demo, precedence)
WITH (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u
SELECT
    e.1 AS event, e.2 AS event_id, e.3 AS timestamp, '' AS distinct_id, contract_id, thread_id,
    notification_id, channel, e.4 AS template, e.5 AS error_code, e.6 AS retry_count, e.7 AS drop_reason,
    'backend' AS source, least(timestamp + INTERVAL 1 SECOND, now64(3, 'UTC')) AS received_at, true AS demo,
    bitShiftLeft(toUInt64(4398046511104 - toUnixTimestamp64Milli(received_at)), 20) + cityHash64(event_id) % 1048576 AS precedence
FROM (
    SELECT
        contract_id, thread_id, notification_id, channel,
        arrayJoin(arrayConcat(
            [('notification_delivery_scheduled', notification_id, at, template, '', NULL::Nullable(UInt64), '')],
            arrayMap(i -> (
                'notification_delivery_failed', concat(notification_id, ':', toString(i)),
                at + toIntervalSecond(20 + i * 300), '', error_code, toNullable(toUInt64(i)), ''), range(attempts)),
            if(dropped OR gave_up, [('notification_dropped', notification_id,
                at + if(gave_up, INTERVAL 15 MINUTE, INTERVAL 2 SECOND), '', '', NULL, drop_reason)], []))) AS e
    FROM (
        SELECT
            m.contract_id AS contract_id, m.thread_id AS thread_id, m.at + INTERVAL 3 SECOND AS at,
            concat('demo-notification-', substring(m.message_id, 14)) AS notification_id,
            m.message_id AS key,
            if(u(key, 'channel') < 0.62, 'email', 'web_push') AS channel,
            multiIf(m.pair = 0, 'new_message', u(key, 'template') < 0.55, 'new_message', u(key, 'template') < 0.8, 'contract_update', 'daily_digest') AS template,
            channel = 'email' AND template = 'daily_digest'
                AND at BETWEEN now64(3, 'UTC') - INTERVAL 20 DAY AND now64(3, 'UTC') - INTERVAL 14 DAY AS throttled,
            channel = 'web_push' AND template = 'contract_update' AND at > now64(3, 'UTC') - INTERVAL 5 DAY AS gone,
            u(key, 'fails') < multiIf(throttled, 0.11, gone, 0.03, channel = 'email', 0.0026, 0.0031) * if(m.disputed, 3, 1) AS fails,
            if(fails, 1 + cityHash64(key, 'attempts') % 3, 0) AS attempts,
            multiIf(
                throttled, ['421', '421', '421', '421', '451', 'timeout'],
                gone, ['410', '410', '410', '410', '410', 'timeout'],
                channel = 'email', ['550', '421', '552', 'timeout', '550', '550'],
                ['404', '429', '500', 'timeout', '410', '404'])[1 + cityHash64(key, 'error') % 6] AS error_code,
            attempts = 3 AND u(key, 'gives up') < 0.6 AS gave_up,
            u(key, 'dropped') < if(channel = 'email', 0.0065, 0.0085) AS dropped,
            multiIf(
                gave_up, 'retries_exhausted',
                channel = 'email', ['unsubscribed', 'suppressed', 'throttled'][1 + cityHash64(key, 'drop') % 3],
                ['subscription_expired', 'unsubscribed', 'throttled'][1 + cityHash64(key, 'drop') % 3]) AS drop_reason
        FROM demo_messages AS m
))
WHERE timestamp < now64(3, 'UTC')
