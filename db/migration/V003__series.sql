-- The time series of first responses, one row for each reply: the SLA series of the specification.
-- ORDER BY starts with the time, since metrics read a period; partitions are months for the same
-- reason. When a reply's time becomes another one, the old row is overwritten with deleted = 1.
CREATE TABLE IF NOT EXISTS response_times
(
    at DateTime64(3, 'UTC'),
    message_id String,
    latency_sec Float64,
    thread_id String,
    thread_type LowCardinality(String),
    sender_role LowCardinality(String),
    -- Whether the reply belongs to a contract, by itself or through its thread.
    of_contract Bool,
    version UInt64,
    deleted UInt8
)
ENGINE = ReplacingMergeTree(version, deleted)
PARTITION BY toYYYYMM(at)
ORDER BY (at, message_id);

-- How many notifications were scheduled in an hour, by channel and template. Hours serve every zone
-- whose offset is whole hours; other periods are counted from the events.
-- One row for an hour with all its counts, so that working an hour out again replaces all of them.
CREATE TABLE IF NOT EXISTS notifications_hourly
(
    hour DateTime('UTC'),
    counts Array(Tuple(channel String, template String, scheduled UInt64)),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
ORDER BY hour;
