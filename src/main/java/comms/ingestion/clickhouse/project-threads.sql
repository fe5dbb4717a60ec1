-- The state of every thread that the batch names, from all events of the thread.
INSERT INTO threads
WITH touched_threads AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'thread')
SELECT
    id AS thread_id,
    minOrNullIf(timestamp, event = 'chat_thread_created') AS created_at,
    anyIf(e.thread_type, event = 'chat_thread_created') AS thread_type,
    anyIf(e.initiator_role, event = 'chat_thread_created') AS initiator_role,
    groupUniqArrayIf(contract_id,
        event IN ('chat_thread_created', 'contract_started') AND contract_id != '') AS contract_ids,
    countIf(event = 'chat_message_sent') AS messages,
    minOrNullIf(timestamp, event = 'chat_message_sent' AND message_kind != 'system') AS first_message_at,
    fromUnixTimestamp64Milli(arrayElementOrNull(arraySort(mapValues(
        minMapIf(map(toString(sender_role), toUnixTimestamp64Milli(timestamp)),
            event = 'chat_message_sent' AND message_kind != 'system'))), 2), 'UTC') AS discussed_at,
    arrayReduce('minOrNull', arrayFilter(start -> ifNull(start >= created_at, false),
        groupArrayIf(timestamp, event = 'contract_started'))) AS contracted_at,
    :version AS version
FROM event_copies AS e FINAL
WHERE kind = 'thread' AND id IN touched_threads
GROUP BY id
