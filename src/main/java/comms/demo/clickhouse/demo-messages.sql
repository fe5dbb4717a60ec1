-- The messages of the demo chats, one row each: questions, and the answers to most of them. Where a
-- dispute will be opened people wait longer for an answer.
CREATE OR REPLACE TABLE demo_messages ENGINE = Memory AS
WITH
    (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u,
    (n, salt) -> sqrt(-2 * log(u(n, salt) + 1e-12)) * cos(6.283185307 * u(n, concat(salt, '*'))) AS z
SELECT
    n, no, m, client, freelancer, converted, talks, disputed,
    concat('demo-thread-', no) AS thread_id,
    if(converted, concat('demo-contract-', no), '') AS contract_id,
    started_at,
    part = 'answer' AS answers,
    pair,
    concat('demo-message-', no, '-', toString(pair), if(answers, 'b', 'a')) AS message_id,
    if(answers, concat('demo-message-', no, '-', toString(pair), 'a'), '') AS in_reply_to,
    if(client_asks = (part = 'question'), 'client', 'freelancer') AS sender_role,
    if(sender_role = 'client', 'freelancer', 'client') AS recipient_role,
    if(sender_role = 'client', client, freelancer) AS sender,
    round(exp(4.15 + 1.05 * z(m, 'latency')) * slow * if(disputed, 1.6, 1), 1) AS latency_sec,
    asked_at + toIntervalMillisecond(if(answers, toInt64(latency_sec * 1000), 0)) AS at,
    multiIf(u(m, 'channel') < 0.86, 'ws', u(m, 'channel') < 0.96, 'sse', 'poll') AS delivery_channel,
    round(exp(4.8 + 0.85 * z(m, concat('delivery', part))) * multiIf(delivery_channel = 'ws', 1, delivery_channel = 'sse', 1.5, 4), 1) AS delivery_latency_ms
FROM (
    SELECT
        *, pair,
        n * 1000 + pair AS m,
        if(pair = 0, initiator_role = 'client', u(m, 'asks') < 0.5) AS client_asks,
        created_at + toIntervalSecond(toInt64(30 + pow(pair / pairs, 1.6)
            * dateDiff('second', created_at, ifNull(contract_closed_at, created_at + INTERVAL 3 DAY))
            + 600 * u(m, 'pause'))) AS asked_at,
        if(toHour(asked_at) BETWEEN 7 AND 19, 0.9, 1.5) AS slow
    FROM demo_threads
    ARRAY JOIN range(pairs) AS pair)
ARRAY JOIN if(talks AND u(m, 'answered') < 0.9, ['question', 'answer'], ['question']) AS part
WHERE at < now('UTC') AND NOT silent AND (talks OR pair = 0)
