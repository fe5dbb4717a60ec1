-- What admins have set, and when: state that people change is only added to. Each table is read as
-- a whole, so its order is only the way that it is read in.

-- The targets that differ from the specification's. A day's target is that of the newest valid_from
-- up to it, and of several for one day that which was set last.
CREATE TABLE IF NOT EXISTS target_changes
(
    metric LowCardinality(String),
    stat LowCardinality(String),
    value Float64,
    -- The first day on which it holds, in the dashboard's zone.
    valid_from Date32,
    changed_at DateTime64(3, 'UTC'),
    changed_by String
)
ENGINE = MergeTree
ORDER BY (metric, stat, valid_from, changed_at);

-- What happened beside the figures: a release, an outage, a holiday. The last row of an id is the
-- annotation as it stands.
CREATE TABLE IF NOT EXISTS annotation_changes
(
    id String,
    at DateTime64(3, 'UTC'),
    text String,
    -- The metric that it is about, empty for all.
    metric LowCardinality(String),
    removed Bool,
    changed_at DateTime64(3, 'UTC'),
    changed_by String
)
ENGINE = MergeTree
ORDER BY (id, changed_at);
