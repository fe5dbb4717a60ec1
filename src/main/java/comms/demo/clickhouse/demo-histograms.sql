-- A year of WebSocket latencies as three gateways' Prometheus would have counted them by the hour:
-- a log-normal distribution that gets slower in the evenings and had one bad day.
INSERT INTO histogram_increases (metric, at, instance, series, le, increase, demo)
WITH (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u
SELECT
    'chat_ws_delivery_latency_ms', hour, instance, concat('{instance="', instance, '"}'), le,
    if(isInfinite(le), n, round(n * 0.5 * (1 + erf((log(le) - mu) / (0.95 * 1.4142135))))) AS increase,
    true
FROM (
    SELECT
        toStartOfHour(now('UTC')) - toIntervalHour(8759 - number) AS hour,
        arrayJoin(['gateway-1', 'gateway-2', 'gateway-3']) AS instance,
        round(240 * (0.3 + 0.7 * pow(sin(3.1416 * toHour(hour) / 24), 2)) * (0.7 + 0.6 * number / 8760) * (0.9 + 0.2 * u(number, instance))) AS n,
        4.95 + 0.25 * pow(sin(3.1416 * (toHour(hour) - 6) / 24), 2) + 0.15 * (u(intDiv(number, 24), 'latency') - 0.5)
            + if(dateDiff('day', hour, now('UTC')) = 9, 0.7, 0) AS mu
    FROM numbers(8760))
ARRAY JOIN [25, 50, 100, 250, 500, 1000, 2000, 5000, inf] AS le
