-- Increases of native histograms whose bounds are their own (schema -53), a row for each bucket that
-- grew, with what lies between its bounds. A server leaves out empty buckets, so which bounds there
-- are is known bit by bit only: counts that are cumulative, as those of other histograms, would lack
-- the bounds that were not known yet. ORDER BY starts with metric and time, as it is read; the rest
-- makes a repeated import harmless.
CREATE TABLE IF NOT EXISTS own_bucket_increases
(
    metric LowCardinality(String),
    at DateTime('UTC'),
    instance LowCardinality(String),
    series String,
    lower Float64,
    le Float64,
    increase Float64,
    source LowCardinality(String),
    imported_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(imported_at)
PARTITION BY toYYYYMM(at)
ORDER BY (metric, at, instance, series, lower, le, source);

-- The same by the hour, for questions about months: one row has all buckets of an hour, so that
-- working an hour out again replaces all of them.
CREATE TABLE IF NOT EXISTS own_bucket_hours
(
    metric LowCardinality(String),
    hour DateTime('UTC'),
    instance LowCardinality(String),
    buckets Array(Tuple(lower Float64, le Float64, increase Float64)),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (metric, hour, instance);
