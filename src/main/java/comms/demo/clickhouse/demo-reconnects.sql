-- A year of reconnection attempts as three gateways' Prometheus would have counted them by the hour.
INSERT INTO summary_increases (metric, at, instance, series, sum_increase, count_increase, demo)
WITH (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u
SELECT
    'ws_reconnect_attempts', hour, instance, concat('{instance="', instance, '"}'),
    round(connections * (1.7 + 0.8 * u(intDiv(number, 24), 'attempts') + if(dateDiff('day', hour, now('UTC')) = 9, 1.6, 0))) AS attempts,
    connections, true
FROM (
    SELECT
        number,
        toStartOfHour(now('UTC')) - toIntervalHour(8759 - number) AS hour,
        arrayJoin(['gateway-1', 'gateway-2', 'gateway-3']) AS instance,
        round(24 * (0.3 + 0.7 * pow(sin(3.1416 * toHour(hour) / 24), 2)) * (0.9 + 0.2 * u(number, instance))) AS connections
    FROM numbers(8760))
