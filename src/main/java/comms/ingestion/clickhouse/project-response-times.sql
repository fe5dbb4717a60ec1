-- The reply latencies of every thread that the batch names, and of the threads with a reply to a
-- message that it says was received. A reply is known by its message; its latency is, in this
-- order: what the reply event says, what the sent event says, the time since the message that the
-- reply event answers, the time since the first message of another role before the sent event.
-- A reply's row lies at the time of its reply event, without one of its sent event; a row at the
-- other of the two times, or without a latency yet, is written as deleted.
INSERT INTO response_times
WITH
touched_threads AS (SELECT id FROM touched WHERE batch = :batch AND kind = 'thread'),
messages AS (
    SELECT
        id AS thread_id, event, message_id, timestamp AS at, thread_type,
        toString(sender_role) AS sender, toString(recipient_role) AS recipient,
        message_kind = 'system' AS of_system, ifNull(first_response, false) AS is_first,
        first_reply_latency_sec AS latency, contract_id, in_reply_to
    FROM event_copies FINAL
    WHERE kind = 'thread' AND id IN touched_threads
      AND event IN ('chat_thread_created', 'contract_started', 'chat_message_sent',
                    'chat_message_received', 'chat_message_replied')),
-- The first message of each role, and the first that reached it, in milliseconds since 1970.
conversations AS (
    SELECT
        thread_id,
        anyIf(messages.thread_type, event = 'chat_thread_created') AS thread_type,
        max(contract_id != '' AND event IN ('chat_thread_created', 'contract_started')) AS of_contract,
        minMapIf(map(sender, toUnixTimestamp64Milli(at)),
            event = 'chat_message_sent' AND NOT of_system) AS first_sent,
        minMapIf(map(recipient, toUnixTimestamp64Milli(at)),
            event = 'chat_message_received' AND message_id NOT IN (
                SELECT message_id FROM messages WHERE event = 'chat_message_sent' AND of_system)) AS first_received
    FROM messages
    GROUP BY thread_id),
replies AS (
    SELECT
        thread_id, message_id,
        countIf(event = 'chat_message_replied') > 0 AS has_reply,
        countIf(event = 'chat_message_sent') > 0 AS has_sent,
        anyIf(at, event = 'chat_message_replied') AS replied_at,
        anyIf(at, event = 'chat_message_sent') AS sent_at,
        anyIf(sender, event = 'chat_message_replied') AS replied_by,
        anyIf(sender, event = 'chat_message_sent') AS sent_by,
        anyIf(latency, event = 'chat_message_replied') AS replied_latency,
        anyIf(latency, event = 'chat_message_sent') AS sent_latency,
        anyIf(in_reply_to, event = 'chat_message_replied') AS answers,
        max(contract_id != '') AS names_contract
    FROM messages
    WHERE event = 'chat_message_replied' OR (event = 'chat_message_sent' AND is_first)
    GROUP BY thread_id, message_id),
answered AS (
    SELECT event_id AS message_id, timestamp AS received_at
    FROM events FINAL
    WHERE event = 'chat_message_received'
      AND event_id IN (SELECT answers FROM replies WHERE answers != '')),
received AS (
    SELECT thread_id, at AS received_at FROM messages WHERE event = 'chat_message_received'),
measured AS (
    SELECT
        r.thread_id AS thread_id, r.message_id AS message_id, c.thread_type AS thread_type,
        if(r.replied_by != '', r.replied_by, r.sent_by) AS sender_role,
        c.of_contract OR r.names_contract AS of_contract,
        if(r.has_reply, r.replied_at, r.sent_at) AS counted_at,
        arrayConcat(if(r.has_reply, [r.replied_at], []), if(r.has_sent, [r.sent_at], [])) AS times,
        multiIf(
            NOT r.has_reply, NULL,
            r.answers != '', answered.received_at,
            latest.received_at) AS answered_at,
        arrayReduce('minOrNull', arrayConcat(
            mapValues(mapFilter((role, ms) -> role != r.sent_by, c.first_sent)),
            mapValues(mapFilter((role, ms) -> role = r.sent_by, c.first_received)))) AS waiting_since,
        coalesce(
            r.replied_latency,
            r.sent_latency,
            (toUnixTimestamp64Milli(r.replied_at) - toUnixTimestamp64Milli(answered_at)) / 1000,
            if(r.has_sent AND waiting_since < toUnixTimestamp64Milli(r.sent_at),
                (toUnixTimestamp64Milli(r.sent_at) - waiting_since) / 1000, NULL)) AS latency_sec,
        ifNull(latency_sec >= 0, false) AS known
    FROM replies AS r
    INNER JOIN conversations AS c ON c.thread_id = r.thread_id
    LEFT JOIN answered ON answered.message_id = r.answers
    ASOF LEFT JOIN received AS latest
        ON latest.thread_id = r.thread_id AND latest.received_at < r.replied_at)
SELECT
    at, message_id, ifNull(latency_sec, 0) AS latency_sec, thread_id, thread_type, sender_role, of_contract,
    :version * 2 + (at = counted_at AND known) AS version,
    NOT (at = counted_at AND known) AS deleted
FROM measured
ARRAY JOIN arrayDistinct(times) AS at
UNION ALL
SELECT timestamp, message_id, 0, thread_id, '', '', false, :version * 2, 1
FROM event_copies
WHERE kind = 'thread' AND id IN touched_threads AND deleted
  AND event IN ('chat_message_sent', 'chat_message_replied')
SETTINGS join_use_nulls = 1
