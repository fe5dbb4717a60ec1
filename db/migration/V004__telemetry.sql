-- Increases of Prometheus histograms between two scrapes, for each series and upper bound,
-- cumulative over the bounds as Prometheus has them; infinity is the bound of the last bucket.
-- ORDER BY starts with metric and time, as it is read; the rest makes a repeated import harmless.
CREATE TABLE IF NOT EXISTS histogram_increases
(
    metric LowCardinality(String),
    at DateTime('UTC'),
    instance LowCardinality(String),
    series String,
    le Float64,
    increase Float64,
    demo Bool,
    imported_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(imported_at)
PARTITION BY toYYYYMM(at)
ORDER BY (metric, at, instance, series, le);

-- Increases of the sum and the count of Prometheus summaries and histograms between two scrapes.
CREATE TABLE IF NOT EXISTS summary_increases
(
    metric LowCardinality(String),
    at DateTime('UTC'),
    instance LowCardinality(String),
    series String,
    sum_increase Float64,
    count_increase Float64,
    demo Bool,
    imported_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree(imported_at)
PARTITION BY toYYYYMM(at)
ORDER BY (metric, at, instance, series);
