-- What happened in the demo year, told where the figures show it; the hours are those of demo-threads.sql.
INSERT INTO annotation_changes (id, at, text, metric, removed, changed_at, changed_by)
SELECT concat('demo-', id), at, text, metric, false, now64(3, 'UTC'), 'demo'
FROM (
    SELECT
        'offer-form' AS id, 'New form for freelancers'' offers' AS text, 'chat-to-contract' AS metric,
        toStartOfHour(now('UTC')) - toIntervalHour(8759 - 7900) AS at
    UNION ALL
    SELECT
        'offer-form-back', 'Old form for freelancers'' offers is back', 'chat-to-contract',
        toStartOfHour(now('UTC')) - toIntervalHour(8759 - 8068)
    UNION ALL
    SELECT
        'escrow', 'Payouts from escrow delayed by the bank', 'dispute-rate',
        now('UTC') - INTERVAL 46 DAY)
