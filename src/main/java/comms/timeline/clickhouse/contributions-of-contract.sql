-- A contract is active from its start on, and counted from its first message on, where that came
-- in time; it counts once it is closed, and with each dispute.
SELECT 'contact-share' AS metric, 'VALUE' AS stat,
       ifNull(first_message_at <= ifNull(closed_at, first_message_at), false) AS counted,
       toUnixTimestamp64Milli(assumeNotNull(if(counted, greatest(started_at, first_message_at), started_at))) AS at_ms, 1::UInt64 AS times, '' AS by, NULL::Nullable(Float64) AS value
FROM contracts FINAL
WHERE contract_id = :id AND started_at IS NOT NULL
UNION ALL
SELECT 'dispute-rate', 'VALUE', false, toUnixTimestamp64Milli(assumeNotNull(closed_at)), 1, '', NULL
FROM contracts FINAL
WHERE contract_id = :id AND closed_at IS NOT NULL
UNION ALL
SELECT 'dispute-rate', 'VALUE', true, toUnixTimestamp64Milli(assumeNotNull(opened_at)), 1, '', NULL
FROM disputes FINAL
WHERE dispute_id IN (
    SELECT dispute_id FROM event_copies WHERE kind = 'contract' AND id = :id AND event = 'dispute_opened')
  AND contract_id = :id AND opened_at IS NOT NULL
