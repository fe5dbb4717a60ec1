-- The WebSocket connections of the people in the demo's chats as events.
INSERT INTO events
    (event, event_id, timestamp, distinct_id, client_id, connection_region, protocol_version,
     close_code, uptime_sec, fallback_used, source, received_at, demo, precedence)
WITH (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u
SELECT
    e.1 AS event, concat(who, ':', toString(toUnixTimestamp64Milli(timestamp))) AS event_id,
    e.2 AS timestamp, who AS distinct_id, who AS client_id,
    if(event = 'ws_connection_opened', region, '') AS connection_region,
    if(event = 'ws_connection_opened', '2', '') AS protocol_version,
    if(event = 'ws_connection_closed', if(u(m, 'code') < 0.93, 1000, 1006), NULL) AS close_code,
    if(event = 'ws_connection_closed', uptime, NULL) AS uptime_sec,
    if(event = 'ws_connection_closed', u(m, 'fallback') < 0.04, NULL) AS fallback_used,
    'backend' AS source, least(timestamp + INTERVAL 1 SECOND, now64(3, 'UTC')) AS received_at, true AS demo,
    bitShiftLeft(toUInt64(4398046511104 - toUnixTimestamp64Milli(received_at)), 20) + cityHash64(event_id) % 1048576 AS precedence
FROM (
    SELECT
        m, sender AS who, ['eu-west', 'eu-central', 'us-east', 'ap-south'][1 + cityHash64(n) % 4] AS region,
        round(60 - 900 * log(u(m, 'uptime') + 1e-6)) AS uptime,
        arrayJoin([
            ('ws_connection_opened', at - INTERVAL 20 SECOND),
            ('ws_connection_closed', at - INTERVAL 20 SECOND + toIntervalSecond(toInt64(uptime)))]) AS e
    FROM demo_messages
    WHERE NOT answers AND cityHash64(m, 'connects') % 100 < 45)
WHERE timestamp < now64(3, 'UTC')
