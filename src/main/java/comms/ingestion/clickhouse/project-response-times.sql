-- The reply latencies of every thread that the batch names, and of the threads with a reply to a
-- message that it says was received. A reply is known by its message; its latency is, in this
-- order: what the reply event says, what the sent event says, the time since the message that the
-- reply event answers, the time since the first message of another role before the sent event.
-- A reply's row lies at the time of its reply event, without one of its sent event; a row at the
-- other of the two times, or without a latency yet, is written as deleted.
INSERT INTO response_times
WITH
touched_threads AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'thread'),
conversations AS (
    SELECT
        id AS thread_id,
        anyIf(e.thread_type, event = 'chat_thread_created') AS thread_type,
        max(contract_id != '' AND event IN ('chat_thread_created', 'contract_started')) AS of_contract,
        groupArrayIf(
            (message_id, timestamp, sender_role, message_kind, first_response, first_reply_latency_sec, contract_id),
            event = 'chat_message_sent')
            ::Array(Tuple(id String, at DateTime64(3, 'UTC'), role String, kind String, first Nullable(Bool), latency Nullable(Float64), contract_id String)) AS sent,
        groupArrayIf((message_id, timestamp, recipient_role), event = 'chat_message_received')
            ::Array(Tuple(id String, at DateTime64(3, 'UTC'), role String)) AS received,
        groupArrayIf(
            (message_id, timestamp, sender_role, in_reply_to, first_reply_latency_sec, contract_id),
            event = 'chat_message_replied')
            ::Array(Tuple(id String, at DateTime64(3, 'UTC'), role String, answers String, latency Nullable(Float64), contract_id String)) AS replied
    FROM event_copies AS e FINAL
    WHERE kind = 'thread' AND id IN touched_threads
      AND event IN ('chat_thread_created', 'contract_started', 'chat_message_sent',
                    'chat_message_received', 'chat_message_replied')
    GROUP BY id),
replies AS (
    SELECT
        thread_id, thread_type, message_id,
        arrayFirst(s -> s.id = message_id AND ifNull(s.first, false), sent) AS s,
        arrayFirst(r -> r.id = message_id, replied) AS r,
        arrayFilter(m -> m.kind = 'system', sent).id AS system_ids,
        if(r.at > 0, r.at, s.at) AS counted_at,
        arrayReduce('maxOrNull', arrayFilter(m -> m.at < r.at, received).at) AS latest_received_at,
        arrayReduce('minOrNull', arrayConcat(
            arrayFilter(m -> m.kind != 'system' AND m.role != s.role AND m.at < s.at, sent).at,
            arrayFilter(m -> m.role = s.role AND m.at < s.at AND NOT has(system_ids, m.id), received).at)) AS first_waiting_at,
        of_contract OR r.contract_id != '' OR s.contract_id != '' AS of_contract
    FROM conversations
    ARRAY JOIN arrayDistinct(arrayConcat(
        arrayFilter(m -> ifNull(m.first, false), sent).id, replied.id)) AS message_id),
answered AS (
    SELECT event_id AS message_id, timestamp AS received_at
    FROM events FINAL
    WHERE event = 'chat_message_received'
      AND event_id IN (
          SELECT in_reply_to FROM event_copies
          WHERE kind = 'thread' AND id IN touched_threads AND event = 'chat_message_replied' AND in_reply_to != '')),
measured AS (
    SELECT
        replies.*,
        multiIf(
            replies.r.at = 0, NULL,
            replies.r.answers != '', answered.received_at,
            replies.latest_received_at) AS answered_at,
        coalesce(
            replies.r.latency,
            replies.s.latency,
            (toUnixTimestamp64Milli(replies.r.at) - toUnixTimestamp64Milli(answered_at)) / 1000,
            (toUnixTimestamp64Milli(replies.s.at) - toUnixTimestamp64Milli(replies.first_waiting_at)) / 1000) AS latency_sec,
        ifNull(latency_sec >= 0, false) AS known
    FROM replies
    LEFT JOIN answered ON answered.message_id = replies.r.answers)
SELECT
    at, message_id, ifNull(latency_sec, 0) AS latency_sec, thread_id, thread_type,
    if(r.role != '', r.role, s.role) AS sender_role, of_contract,
    :version * 2 + (at = counted_at AND known) AS version,
    NOT (at = counted_at AND known) AS deleted
FROM measured
ARRAY JOIN arrayDistinct(arrayFilter(t -> t > 0, [r.at, s.at])) AS at
UNION ALL
SELECT timestamp, message_id, 0, thread_id, '', '', false, :version * 2, 1
FROM event_copies
WHERE kind = 'thread' AND id IN touched_threads AND deleted
  AND event IN ('chat_message_sent', 'chat_message_replied')
SETTINGS join_use_nulls = 1
