-- The state of every dispute that the batch names, from all events of the dispute.
INSERT INTO disputes
WITH touched_disputes AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'dispute'),
argMaxIf((e.state, e.sla_remaining_sec), (timestamp, event_id), event = 'dispute_state_updated') AS last_state,
anyIf((e.resolution_time_sec, e.payout_split), event = 'dispute_resolved') AS resolved
SELECT
    id AS dispute_id,
    if(countIf(event = 'dispute_opened') > 0,
        anyIf(e.contract_id, event = 'dispute_opened'),
        argMinIf(e.contract_id, timestamp, e.contract_id != '')) AS contract_id,
    minOrNullIf(timestamp, event = 'dispute_opened') AS opened_at,
    anyIf(e.initiator_role, event = 'dispute_opened') AS initiator_role,
    anyIf(e.reason_category, event = 'dispute_opened') AS reason_category,
    last_state.1 AS state,
    maxOrNullIf(timestamp, event = 'dispute_state_updated') AS state_at,
    last_state.2 AS sla_remaining_sec,
    minOrNullIf(timestamp, event = 'dispute_resolved') AS resolved_at,
    anyIf(e.resolution, event = 'dispute_resolved') AS resolution,
    resolved.1 AS resolution_time_sec,
    resolved.2 AS payout_split,
    :version AS version
FROM event_copies AS e FINAL
WHERE kind = 'dispute' AND id IN touched_disputes
GROUP BY id
