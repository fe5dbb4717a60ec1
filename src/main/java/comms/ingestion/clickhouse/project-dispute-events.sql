-- The SLA bucket of every event of the disputes that the batch names. Runs after the disputes.
INSERT INTO dispute_events
WITH touched_disputes AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'dispute')
SELECT
    e.id AS dispute_id, e.event AS event, e.event_id AS event_id, e.timestamp AS at, e.state AS state,
    multiIf(
        d.opened_at IS NULL, e.sla_bucket,
        dateDiff('millisecond', d.opened_at, e.timestamp) < 24 * 3600000, '<24h',
        dateDiff('millisecond', d.opened_at, e.timestamp) < 48 * 3600000, '24-48h',
        '48h+') AS sla_bucket,
    :version AS version
FROM (SELECT * FROM event_copies FINAL WHERE kind = 'dispute' AND id IN touched_disputes) AS e
LEFT JOIN (SELECT dispute_id, opened_at FROM disputes FINAL WHERE dispute_id IN touched_disputes) AS d
    ON d.dispute_id = e.id
