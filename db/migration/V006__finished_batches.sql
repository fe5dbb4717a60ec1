-- The staged batches that were worked through to the end: stored, projected, counted. What is in
-- event_batches and not here was cut off, and is worked through again.
-- ORDER BY is the batch, the only thing that is asked. Kept longer than the staged events, so that
-- none of them ever looks unfinished only because its mark is gone.
CREATE TABLE IF NOT EXISTS finished_batches
(
    batch String,
    finished_at DateTime DEFAULT now()
)
ENGINE = MergeTree
ORDER BY batch
TTL finished_at + INTERVAL 3 DAY;
