-- The events, one row for each idempotency key (event:event_id).
--
-- ORDER BY is the idempotency key and nothing else, and PARTITION BY is made of it, so that every
-- copy of an event lands beside the others, whatever its timestamp says, and only one is left.
-- The copy with the greatest precedence wins: the first that was accepted.
-- Small granules, because writes look up single keys. No TTL: nobody asked to forget events.
CREATE TABLE IF NOT EXISTS events
(
    event LowCardinality(String),
    event_id String,
    timestamp DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    distinct_id String,
    source Enum8('backend' = 1, 'browser' = 2, 'import' = 3, 'webhook' = 4),
    contract_id String,
    thread_id String,
    message_id String,
    dispute_id String,
    notification_id String,
    in_reply_to String,
    client_id String,
    reason LowCardinality(String),
    thread_type LowCardinality(String),
    participants_count Nullable(UInt64),
    initiator_role LowCardinality(String),
    sender_role LowCardinality(String),
    recipient_role LowCardinality(String),
    message_kind LowCardinality(String),
    has_attachment Nullable(Bool),
    first_response Nullable(Bool),
    first_reply_latency_sec Nullable(Float64),
    delivery_latency_ms Nullable(Float64),
    delivery_channel LowCardinality(String),
    failure_code LowCardinality(String),
    moderation_reason LowCardinality(String),
    reason_category LowCardinality(String),
    state LowCardinality(String),
    sla_remaining_sec Nullable(Float64),
    sla_bucket LowCardinality(String),
    resolution LowCardinality(String),
    payout_split String,
    resolution_time_sec Nullable(Float64),
    score Nullable(UInt64),
    role LowCardinality(String),
    comment_length Nullable(UInt64),
    channel LowCardinality(String),
    template LowCardinality(String),
    error_code LowCardinality(String),
    retry_count Nullable(UInt64),
    drop_reason LowCardinality(String),
    connection_region LowCardinality(String),
    protocol_version LowCardinality(String),
    close_code Nullable(Int64),
    uptime_sec Nullable(Float64),
    fallback_used Nullable(Bool),
    demo Bool,
    precedence UInt64
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY substring(event, 1, position(event, '_') - 1)
ORDER BY (event, event_id)
SETTINGS index_granularity = 512;

-- The events of one write, as they came, duplicates among them. Every step of the write reads its
-- keys from here, so a write that is repeated after a crash does the same again.
-- ORDER BY starts with the batch, since that is the only way it is read; a day later it is gone.
CREATE TABLE IF NOT EXISTS event_batches
(
    batch String,
    staged_at DateTime DEFAULT now(),
    event LowCardinality(String),
    event_id String,
    timestamp DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    distinct_id String,
    source Enum8('backend' = 1, 'browser' = 2, 'import' = 3, 'webhook' = 4),
    contract_id String,
    thread_id String,
    message_id String,
    dispute_id String,
    notification_id String,
    in_reply_to String,
    client_id String,
    reason LowCardinality(String),
    thread_type LowCardinality(String),
    participants_count Nullable(UInt64),
    initiator_role LowCardinality(String),
    sender_role LowCardinality(String),
    recipient_role LowCardinality(String),
    message_kind LowCardinality(String),
    has_attachment Nullable(Bool),
    first_response Nullable(Bool),
    first_reply_latency_sec Nullable(Float64),
    delivery_latency_ms Nullable(Float64),
    delivery_channel LowCardinality(String),
    failure_code LowCardinality(String),
    moderation_reason LowCardinality(String),
    reason_category LowCardinality(String),
    state LowCardinality(String),
    sla_remaining_sec Nullable(Float64),
    sla_bucket LowCardinality(String),
    resolution LowCardinality(String),
    payout_split String,
    resolution_time_sec Nullable(Float64),
    score Nullable(UInt64),
    role LowCardinality(String),
    comment_length Nullable(UInt64),
    channel LowCardinality(String),
    template LowCardinality(String),
    error_code LowCardinality(String),
    retry_count Nullable(UInt64),
    drop_reason LowCardinality(String),
    connection_region LowCardinality(String),
    protocol_version LowCardinality(String),
    close_code Nullable(Int64),
    uptime_sec Nullable(Float64),
    fallback_used Nullable(Bool),
    demo Bool,
    precedence UInt64
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY toDate(staged_at)
ORDER BY (batch, event, event_id)
TTL staged_at + INTERVAL 1 DAY
SETTINGS ttl_only_drop_parts = 1;

-- What the events of one write belong to: the contracts, threads, disputes and notifications, and
-- the hours (as seconds since 1970) of which something has to be worked out again.
-- Read and forgotten as the batches are.
CREATE TABLE IF NOT EXISTS touched
(
    batch String,
    kind Enum8('contract' = 2, 'thread' = 3, 'dispute' = 4, 'notification' = 5, 'hour' = 7),
    id String,
    staged_at DateTime DEFAULT now()
)
ENGINE = MergeTree
PARTITION BY toDate(staged_at)
ORDER BY (batch, kind, id)
TTL staged_at + INTERVAL 1 DAY
SETTINGS ttl_only_drop_parts = 1;

-- Copies of the events, sorted by what they belong to and by time: by each contract, thread, dispute
-- and notification that they name (for timelines and drill-down, and to work out the state of one of
-- these from its events alone), by the message that they answer, and, for the events that metrics
-- scan by time, by their name.
-- ORDER BY gives each of these a run of neighbouring rows. A copy that lost against one accepted
-- earlier is overwritten by a row with deleted = 1. What no projection reads stays in events, where
-- the key finds it.
CREATE TABLE IF NOT EXISTS event_copies
(
    kind Enum8('event' = 1, 'contract' = 2, 'thread' = 3, 'dispute' = 4, 'notification' = 5, 'answered_message' = 6),
    id String,
    event LowCardinality(String),
    event_id String,
    timestamp DateTime64(3, 'UTC'),
    contract_id String,
    thread_id String,
    message_id String,
    dispute_id String,
    notification_id String,
    in_reply_to String,
    reason LowCardinality(String),
    thread_type LowCardinality(String),
    initiator_role LowCardinality(String),
    sender_role LowCardinality(String),
    recipient_role LowCardinality(String),
    message_kind LowCardinality(String),
    first_response Nullable(Bool),
    first_reply_latency_sec Nullable(Float64),
    delivery_latency_ms Nullable(Float64),
    delivery_channel LowCardinality(String),
    reason_category LowCardinality(String),
    state LowCardinality(String),
    sla_remaining_sec Nullable(Float64),
    sla_bucket LowCardinality(String),
    resolution LowCardinality(String),
    payout_split String,
    resolution_time_sec Nullable(Float64),
    score Nullable(UInt64),
    role LowCardinality(String),
    comment_length Nullable(UInt64),
    channel LowCardinality(String),
    template LowCardinality(String),
    error_code LowCardinality(String),
    drop_reason LowCardinality(String),
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY kind
ORDER BY (kind, id, timestamp, event, event_id)
SETTINGS index_granularity = 1024;
