-- A chat for an order stands in the funnel up to its step; replies and deliveries count one by one.
SELECT 'chat-to-contract' AS metric,
       multiIf(contracted_at IS NOT NULL, 'STEP3', discussed_at IS NOT NULL, 'STEP2', 'STEP1') AS stat, true AS counted,
       toUnixTimestamp64Milli(assumeNotNull(created_at)) AS at_ms, 1::UInt64 AS times, '' AS by, NULL::Nullable(Float64) AS value
FROM threads FINAL
WHERE thread_id = :id AND thread_type = 'order' AND created_at IS NOT NULL
UNION ALL
SELECT 'first-response-time', 'P95', true, toUnixTimestamp64Milli(min(at)) AS at_ms, count() AS times, '',
       argMin(latency_sec, at)
FROM response_times FINAL
-- The series is sorted by time, so it is read from the thread's first event to its last.
WHERE at >= (SELECT min(timestamp) FROM event_copies WHERE kind = 'thread' AND id = :id)
  AND at <= (SELECT max(timestamp) FROM event_copies WHERE kind = 'thread' AND id = :id)
  AND thread_id = :id AND of_contract
HAVING times > 0
UNION ALL
SELECT 'ws-latency', 'P95', true, toUnixTimestamp64Milli(min(timestamp)) AS at_ms, count() AS times, delivery_channel, NULL
FROM event_copies FINAL
WHERE kind = 'thread' AND id = :id AND event = 'chat_message_delivered'
GROUP BY delivery_channel
