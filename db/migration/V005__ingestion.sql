-- Events that could not be accepted, pseudonymised, until they are replayed; kept for 90 days.
-- ORDER BY ends with the id, which makes a repeated write harmless, and starts with the time, since
-- the newest are listed first.
CREATE TABLE IF NOT EXISTS quarantine
(
    received_at DateTime64(3, 'UTC'),
    id String,
    request String,
    event String,
    reason LowCardinality(String),
    property String,
    content String,
    -- The dispute whose contract is awaited, else empty.
    dispute_id String,
    released UInt8,
    version UInt64,
    INDEX by_dispute dispute_id TYPE bloom_filter GRANULARITY 4
)
ENGINE = ReplacingMergeTree(version, released)
PARTITION BY toYYYYMM(received_at)
ORDER BY (received_at, id)
TTL toDateTime(received_at) + INTERVAL 90 DAY;

-- What happened to what was sent: accepted, duplicate, quarantined, by event; stripped, by property.
-- For every event name accepted + duplicate + quarantined = sent; an event that leaves quarantine
-- counts there as -1. Summed by minute, kept for 90 days.
CREATE TABLE IF NOT EXISTS ingestion_counts
(
    minute DateTime('UTC'),
    outcome LowCardinality(String),
    name String,
    n Int64
)
ENGINE = SummingMergeTree(n)
ORDER BY (outcome, minute, name)
TTL minute + INTERVAL 90 DAY
SETTINGS non_replicated_deduplication_window = 1000;
