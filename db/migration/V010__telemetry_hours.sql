-- The increases of histograms by the hour, so that a question about months reads a row for each
-- instance and hour, and not one for each minute, series and bound.
-- One row has all bounds of an hour, so that working an hour out again replaces all of them. ORDER BY
-- starts with metric and hour, as it is read; partitions are months, as those of the minutes. What
-- is demo data keeps rows of its own, so that it can be removed without the rest.
CREATE TABLE IF NOT EXISTS histogram_hours
(
    metric LowCardinality(String),
    hour DateTime('UTC'),
    instance LowCardinality(String),
    demo Bool,
    buckets Array(Tuple(le Float64, increase Float64)),
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (metric, hour, instance, demo);

-- The same of sums and counts.
CREATE TABLE IF NOT EXISTS summary_hours
(
    metric LowCardinality(String),
    hour DateTime('UTC'),
    instance LowCardinality(String),
    demo Bool,
    sum_increase Float64,
    count_increase Float64,
    version UInt64
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYYYYMM(hour)
ORDER BY (metric, hour, instance, demo);

-- The hours of what was imported before.
INSERT INTO histogram_hours (metric, hour, instance, demo, buckets, version)
SELECT metric, hour, instance, demo, groupArray((le, n)), 0
FROM (
    SELECT metric, toStartOfHour(at) AS hour, instance, demo, le, sum(increase) AS n
    FROM histogram_increases FINAL
    GROUP BY metric, hour, instance, demo, le)
GROUP BY metric, hour, instance, demo;

INSERT INTO summary_hours (metric, hour, instance, demo, sum_increase, count_increase, version)
SELECT
    metric, toStartOfHour(at) AS hour, instance, demo, sum(sum_increase), sum(count_increase), 0
FROM summary_increases FINAL
GROUP BY metric, hour, instance, demo;
