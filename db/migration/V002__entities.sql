-- The state of contracts, threads, disputes and notifications, each worked out from all its events
-- whenever one of them is written, so that it is exact whatever the order in which they came.
-- ORDER BY is the id: one row each after the last write (the greatest version) has won. They are
-- small, and metrics read them whole; no partitions, because most have no date of their own.
-- A time that is not known is null.
CREATE TABLE IF NOT EXISTS contracts
(
    contract_id String,
    started_at Nullable(DateTime64(3, 'UTC')),
    closed_at Nullable(DateTime64(3, 'UTC')),
    close_reason LowCardinality(String),
    -- The first message that is not of the system, in the contract's name or in one of its threads.
    first_message_at Nullable(DateTime64(3, 'UTC')),
    thread_ids Array(String),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY contract_id;

CREATE TABLE IF NOT EXISTS threads
(
    thread_id String,
    created_at Nullable(DateTime64(3, 'UTC')),
    thread_type LowCardinality(String),
    initiator_role LowCardinality(String),
    contract_ids Array(String),
    messages UInt64,
    first_message_at Nullable(DateTime64(3, 'UTC')),
    -- When the second role had sent its first message that is not of the system.
    discussed_at Nullable(DateTime64(3, 'UTC')),
    -- The first start of a contract out of this thread, at or after the thread's creation.
    contracted_at Nullable(DateTime64(3, 'UTC')),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY thread_id;

CREATE TABLE IF NOT EXISTS disputes
(
    dispute_id String,
    -- Of the opening where it is known, else of the first event that names one.
    contract_id String,
    opened_at Nullable(DateTime64(3, 'UTC')),
    initiator_role LowCardinality(String),
    reason_category LowCardinality(String),
    state LowCardinality(String),
    state_at Nullable(DateTime64(3, 'UTC')),
    -- As the last state said it; time since then has to be taken off.
    sla_remaining_sec Nullable(Float64),
    resolved_at Nullable(DateTime64(3, 'UTC')),
    resolution LowCardinality(String),
    resolution_time_sec Nullable(Float64),
    payout_split String,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY dispute_id;

-- The events of the disputes with the time from the opening as a bucket; where the opening is not
-- known, the sender's own bucket.
CREATE TABLE IF NOT EXISTS dispute_events
(
    dispute_id String,
    event LowCardinality(String),
    event_id String,
    at DateTime64(3, 'UTC'),
    state LowCardinality(String),
    sla_bucket LowCardinality(String),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (dispute_id, event, event_id);

-- The answers to the survey after a dispute, with what the cohorts need of the dispute.
CREATE TABLE IF NOT EXISTS communications_nps
(
    dispute_id String,
    role LowCardinality(String),
    at DateTime64(3, 'UTC'),
    score UInt8,
    comment_length Nullable(UInt64),
    contract_id String,
    initiator_role LowCardinality(String),
    resolution LowCardinality(String),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (dispute_id, role);

CREATE TABLE IF NOT EXISTS notifications
(
    notification_id String,
    channel LowCardinality(String),
    template LowCardinality(String),
    contract_id String,
    thread_id String,
    scheduled_at Nullable(DateTime64(3, 'UTC')),
    failed_attempts UInt64,
    first_failed_at Nullable(DateTime64(3, 'UTC')),
    last_error_code LowCardinality(String),
    dropped_at Nullable(DateTime64(3, 'UTC')),
    drop_reason LowCardinality(String),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY notification_id;
