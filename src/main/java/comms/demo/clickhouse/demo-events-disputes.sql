-- The disputes of the demo's contracts as events.
INSERT INTO events
    (event, event_id, timestamp, distinct_id, contract_id, dispute_id, initiator_role,
     reason_category, state, sla_remaining_sec, resolution, payout_split, resolution_time_sec, score,
     role, comment_length, source, received_at, demo, precedence)
WITH
    (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u,
    (sla_sec, opened, at) -> toFloat64(sla_sec - dateDiff('second', opened, at))::Nullable(Float64) AS left_sec
SELECT
    e.1 AS event, concat(e.2, if(event = 'dispute_state_updated', concat(':', e.7, ':', toString(toUnixTimestamp(assumeNotNull(e.3)))), if(event = 'dispute_nps_submitted', concat(':', e.13), ''))) AS event_id,
    e.3 AS timestamp, e.4 AS distinct_id, contract_id, e.2 AS dispute_id, e.5 AS initiator_role,
    e.6 AS reason_category, e.7 AS state, e.8 AS sla_remaining_sec, e.9 AS resolution, e.10 AS payout_split,
    e.11 AS resolution_time_sec, e.12 AS score, e.13 AS role, e.14 AS comment_length,
    'backend' AS source, least(timestamp + INTERVAL 1 SECOND, now64(3, 'UTC')) AS received_at, true AS demo,
    bitShiftLeft(toUInt64(4398046511104 - toUnixTimestamp64Milli(received_at)), 20) + cityHash64(event_id) % 1048576 AS precedence
FROM (
    SELECT contract_id, arrayJoin([
        ('dispute_opened', dispute_id, opened_at, who, opener,
            reason_category,
            '', NULL::Nullable(Float64), '', '', NULL::Nullable(Float64), NULL::Nullable(UInt64), '', NULL::Nullable(UInt64)),
        ('dispute_state_updated', dispute_id, opened_at + INTERVAL 5 MINUTE, who, '', '', 'open', left_sec(sla_sec, opened_at, opened_at + INTERVAL 5 MINUTE), '', '', NULL, NULL, '', NULL),
        ('dispute_state_updated', dispute_id, review_at, who, '', '', 'under_review', left_sec(sla_sec, opened_at, review_at), '', '', NULL, NULL, '', NULL),
        ('dispute_state_updated', dispute_id, if(slow, evidence_at, NULL), who, '', '', 'awaiting_evidence', left_sec(sla_sec, opened_at, evidence_at), '', '', NULL, NULL, '', NULL),
        ('dispute_resolved', dispute_id, resolved_at, who, '', '', '', NULL, resolution,
            multiIf(resolution = 'win_client', '100/0', resolution = 'win_freelancer', '0/100', resolution = 'split', '50/50', '0/0'),
            toFloat64(dateDiff('second', opened_at, resolved_at))::Nullable(Float64), NULL, '', NULL),
        ('dispute_nps_submitted', dispute_id, if(u(n, 'answers client') < 0.46, resolved_at + INTERVAL 5 HOUR, NULL), client, '', '', '', NULL, '', '', NULL,
            toUInt64(least(10, greatest(0, round(mood + multiIf(resolution = 'win_client', 1.6, resolution = 'win_freelancer', -3.5, resolution = 'split', 0.2, -0.4) + 3 * u(n, 'score client')))))::Nullable(UInt64),
            'client', (cityHash64(n, 'comment') % 240)::Nullable(UInt64)),
        ('dispute_nps_submitted', dispute_id, if(u(n, 'answers freelancer') < 0.38, resolved_at + INTERVAL 9 HOUR, NULL), freelancer, '', '', '', NULL, '', '', NULL,
            toUInt64(least(10, greatest(0, round(mood + multiIf(resolution = 'win_client', -3.5, resolution = 'win_freelancer', 1.6, resolution = 'split', 0.2, -0.4) + 3 * u(n, 'score freelancer')))))::Nullable(UInt64),
            'freelancer', (cityHash64(n, 'remark') % 240)::Nullable(UInt64))
        ]) AS e
    FROM (
        SELECT
            n, client, freelancer,
            concat('demo-contract-', no) AS contract_id,
            concat('demo-dispute-', no) AS dispute_id,
            ['quality', 'deadline', 'payment', 'communication'][1 + cityHash64(n, 'reason') % 4] AS reason_category,
            -- Those about money are to be settled within a day, the others within two.
            if(reason_category = 'payment', 86400, 172800) AS sla_sec,
            if(u(n, 'opener') < 0.6, 'client', 'freelancer') AS opener,
            if(opener = 'client', client, freelancer) AS who,
            dispute_opened_at AS opened_at,
            assumeNotNull(dispute_resolved_at) AS resolved_at,
            opened_at + toIntervalSecond(intDiv(dateDiff('second', opened_at, resolved_at), 4)) AS review_at,
            opened_at + toIntervalSecond(intDiv(dateDiff('second', opened_at, resolved_at), 2)) AS evidence_at,
            u(n, 'slow') < 0.4 AS slow,
            multiIf(u(n, 'outcome') < 0.34, 'win_client', u(n, 'outcome') < 0.6, 'win_freelancer', u(n, 'outcome') < 0.9, 'split', 'cancelled') AS resolution,
            -- Long disputes leave people in a worse mood.
            7.6 - if(dateDiff('hour', opened_at, resolved_at) > 48, 1.4, 0) AS mood
        FROM demo_threads
        WHERE disputed))
WHERE timestamp IS NOT NULL AND timestamp < now64(3, 'UTC')
