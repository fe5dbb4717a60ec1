-- The survey answers of every dispute that the batch names. Runs after the disputes.
INSERT INTO communications_nps
WITH touched_disputes AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'dispute')
SELECT
    e.id AS dispute_id, e.role AS role, e.timestamp AS at, assumeNotNull(e.score) AS score,
    e.comment_length AS comment_length, d.contract_id AS contract_id,
    d.initiator_role AS initiator_role, d.resolution AS resolution,
    :version AS version
FROM (
    SELECT * FROM event_copies FINAL
    WHERE kind = 'dispute' AND id IN touched_disputes AND event = 'dispute_nps_submitted') AS e
LEFT JOIN (SELECT * FROM disputes FINAL WHERE dispute_id IN touched_disputes) AS d ON d.dispute_id = e.id
