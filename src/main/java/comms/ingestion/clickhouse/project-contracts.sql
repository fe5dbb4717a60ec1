-- The state of every contract that the batch names, and of those whose threads it names.
-- Runs after the threads.
INSERT INTO contracts
WITH
touched_contracts AS (
    SELECT id FROM touched WHERE batch = :batch AND kind = 'contract'
    UNION DISTINCT
    SELECT arrayJoin(contract_ids) FROM threads FINAL
    WHERE thread_id IN (SELECT id FROM touched WHERE batch = :batch AND kind = 'thread')),
own AS (
    SELECT
        id AS contract_id,
        minOrNullIf(timestamp, event = 'contract_started') AS started_at,
        minOrNullIf(timestamp, event = 'contract_closed') AS closed_at,
        anyIf(reason, event = 'contract_closed') AS close_reason,
        minOrNullIf(timestamp, event = 'chat_message_sent' AND message_kind != 'system') AS first_named_at,
        groupUniqArrayIf(thread_id,
            event IN ('chat_thread_created', 'contract_started') AND thread_id != '') AS thread_ids
    FROM event_copies FINAL
    WHERE kind = 'contract' AND id IN touched_contracts
    GROUP BY id),
of_threads AS (
    SELECT links.contract_id AS contract_id, minOrNull(t.first_message_at) AS first_in_thread_at
    FROM (SELECT contract_id, arrayJoin(thread_ids) AS thread_id FROM own) AS links
    INNER JOIN (
        SELECT thread_id, first_message_at FROM threads FINAL
        WHERE thread_id IN (SELECT arrayJoin(thread_ids) FROM own)) AS t
        ON t.thread_id = links.thread_id
    GROUP BY links.contract_id)
SELECT
    own.contract_id AS contract_id, started_at, closed_at, close_reason,
    arrayReduce('minOrNull', [first_named_at, first_in_thread_at]) AS first_message_at,
    thread_ids,
    :version AS version
FROM own
LEFT JOIN of_threads ON of_threads.contract_id = own.contract_id
SETTINGS join_use_nulls = 1
