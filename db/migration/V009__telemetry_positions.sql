-- The server that counted. It ends the key, so that two servers that count under the same labels
-- keep a row each.
ALTER TABLE histogram_increases
    ADD COLUMN IF NOT EXISTS source LowCardinality(String),
    MODIFY ORDER BY (metric, at, instance, series, le, source);

ALTER TABLE summary_increases
    ADD COLUMN IF NOT EXISTS source LowCardinality(String),
    MODIFY ORDER BY (metric, at, instance, series, source);

-- How far each Prometheus server is imported: its last sample of every counter before that minute,
-- from which the next increase counts, and a row without a metric for the server itself.
-- ORDER BY starts with the server and what is asked of it, as it is read; the greatest minute wins,
-- whichever node wrote it. No partitions, so that one insert is seen as a whole or not at all.
-- A counter that has been gone for so long that it is not read any more is forgotten.
CREATE TABLE IF NOT EXISTS telemetry_positions
(
    source LowCardinality(String),
    query String,
    metric LowCardinality(String),
    instance LowCardinality(String),
    series String,
    -- The counter of a histogram or summary: sum, count, or the upper bound of a bucket.
    part String,
    imported_to DateTime64(3, 'UTC'),
    sampled_at DateTime64(3, 'UTC'),
    value Float64
)
ENGINE = ReplacingMergeTree(imported_to)
ORDER BY (source, query, metric, instance, series, part)
TTL toDateTime(imported_to) + INTERVAL 400 DAY;
