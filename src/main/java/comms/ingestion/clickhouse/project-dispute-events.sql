-- The SLA bucket of every event of the disputes that the batch names. Runs after the disputes.
INSERT INTO dispute_events
WITH touched AS (
    SELECT dispute_id FROM events
    WHERE dispute_id != ''
      AND (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch))
SELECT
    e.id AS dispute_id, e.event AS event, e.event_id AS event_id, e.timestamp AS at, e.state AS state,
    multiIf(
        d.opened_at IS NULL, e.sla_bucket,
        dateDiff('millisecond', d.opened_at, e.timestamp) < 24 * 3600000, '<24h',
        dateDiff('millisecond', d.opened_at, e.timestamp) < 48 * 3600000, '24-48h',
        '48h+') AS sla_bucket,
    :version AS version
FROM (SELECT * FROM event_copies FINAL WHERE kind = 'dispute' AND id IN touched) AS e
LEFT JOIN (SELECT dispute_id, opened_at FROM disputes FINAL WHERE dispute_id IN touched) AS d
    ON d.dispute_id = e.id
