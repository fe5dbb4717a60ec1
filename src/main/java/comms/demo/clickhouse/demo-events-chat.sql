-- The demo's chats and contracts as events.
INSERT INTO events
    (event, event_id, timestamp, distinct_id, contract_id, thread_id, message_id, in_reply_to,
     thread_type, participants_count, initiator_role, sender_role, recipient_role, message_kind,
     has_attachment, first_response, delivery_latency_ms, delivery_channel, reason,
     source, received_at, demo, precedence)
SELECT
    e.1 AS event, e.2 AS event_id, e.3 AS timestamp, e.4 AS distinct_id, e.5 AS contract_id,
    e.6 AS thread_id, e.7 AS message_id, e.8 AS in_reply_to, e.9 AS thread_type,
    e.10 AS participants_count, e.11 AS initiator_role, e.12 AS sender_role, e.13 AS recipient_role,
    e.14 AS message_kind, e.15 AS has_attachment, e.16 AS first_response,
    e.17 AS delivery_latency_ms, e.18 AS delivery_channel, e.19 AS reason,
    'backend' AS source, least(timestamp + INTERVAL 1 SECOND, now64(3, 'UTC')) AS received_at, true AS demo,
    bitShiftLeft(toUInt64(4398046511104 - toUnixTimestamp64Milli(received_at)), 20) + cityHash64(event_id) % 1048576 AS precedence
FROM (
    SELECT arrayJoin([
        ('chat_thread_created', concat('demo-thread-', no), created_at, if(initiator_role = 'client', client, freelancer),
            '', concat('demo-thread-', no), '', '', 'order', 2::Nullable(UInt64), initiator_role, '', '', '',
            NULL::Nullable(Bool), NULL::Nullable(Bool), NULL::Nullable(Float64), '', ''),
        ('contract_started', concat('demo-contract-', no), if(converted, started_at, NULL), client,
            concat('demo-contract-', no), if(silent, '', concat('demo-thread-', no)), '', '', '', NULL, '', '', '', '', NULL, NULL, NULL, '', ''),
        ('contract_closed', concat('demo-contract-', no), contract_closed_at, client,
            concat('demo-contract-', no), '', '', '', '', NULL, '', '', '', '', NULL, NULL, NULL, '',
            if(disputed, 'dispute', 'completed'))
        ]) AS e
    FROM demo_threads
    UNION ALL
    SELECT arrayJoin([
        ('chat_message_sent', message_id, at, sender, if(at >= started_at, contract_id, ''), thread_id, message_id, '',
            '', NULL, '', sender_role, '', if(cityHash64(m, 'file') % 10 = 0, 'file', 'text'),
            (cityHash64(m, 'file') % 10 = 0)::Nullable(Bool), (answers AND pair = 0)::Nullable(Bool), NULL, '', ''),
        ('chat_message_received', message_id, at + toIntervalMillisecond(toInt64(delivery_latency_ms)), sender, '', thread_id, message_id, '',
            '', NULL, '', '', recipient_role, '', NULL, NULL, NULL, '', ''),
        ('chat_message_delivered', message_id, at + toIntervalMillisecond(toInt64(delivery_latency_ms)), sender, '', thread_id, message_id, '',
            '', NULL, '', '', '', '', NULL, NULL, delivery_latency_ms::Nullable(Float64), delivery_channel, ''),
        ('chat_message_replied', message_id, if(answers, at, NULL), sender, if(at >= started_at, contract_id, ''), thread_id, message_id, in_reply_to,
            '', NULL, '', sender_role, '', '', NULL, NULL, NULL, '', '')
        ])
    FROM demo_messages

)
WHERE timestamp IS NOT NULL AND timestamp < now64(3, 'UTC')
