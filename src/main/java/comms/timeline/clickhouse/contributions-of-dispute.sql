-- A dispute counts when it is opened and when it is resolved, and with each answer to the survey.
SELECT 'dispute-rate' AS metric, 'VALUE' AS stat, true AS counted,
       toUnixTimestamp64Milli(assumeNotNull(opened_at)) AS at_ms, 1::UInt64 AS times, '' AS by, NULL::Nullable(Float64) AS value
FROM disputes FINAL
WHERE dispute_id = :id AND opened_at IS NOT NULL
UNION ALL
SELECT 'dispute-outcomes', 'COUNT', true, toUnixTimestamp64Milli(assumeNotNull(resolved_at)), 1, resolution, NULL
FROM disputes FINAL
WHERE dispute_id = :id AND resolved_at IS NOT NULL
UNION ALL
SELECT 'dispute-nps', 'VALUE', true, toUnixTimestamp64Milli(at), 1, role, score
FROM communications_nps FINAL
WHERE dispute_id = :id
