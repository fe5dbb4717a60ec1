-- Batches are frozen in the journal now, and written again until they are stored; so what was cut
-- off needs no mark here.
DROP TABLE IF EXISTS finished_batches;

-- The place of an event among those of its batch, so that copies of one event in a batch stay apart;
-- -1 for the copy that was stored before and loses against one of the batch. It is noted before the
-- better one is stored, because the store forgets a copy that has lost.
ALTER TABLE event_batches
    ADD COLUMN IF NOT EXISTS copy Int32,
    MODIFY ORDER BY (batch, event, event_id, copy);

-- A batch that is sent again, because the answer to its insert was lost, is not stored again.
ALTER TABLE event_batches MODIFY SETTING non_replicated_deduplication_window = 1000;

-- The batches that were written, one row each however often they were written, with what became of
-- their events: accepted, duplicate, conflict, quarantined, by event; stripped, by property; for
-- every event name accepted + duplicate + quarantined = sent. What changes later is a row of its
-- own, at the time of the event it is about: an event that left quarantine, a copy that lost against
-- one that another node had accepted earlier.
-- ORDER BY starts with the time, since a period is asked for; the id makes a repeated write
-- replace its row. Kept for 90 days, as the quarantine.
CREATE TABLE IF NOT EXISTS written_batches
(
    frozen_at DateTime64(3, 'UTC'),
    batch String,
    node LowCardinality(String),
    written_at DateTime64(3, 'UTC'),
    -- When the event came that had waited longest; null where the row is no batch.
    oldest_at Nullable(DateTime64(3, 'UTC')),
    events UInt32,
    -- How many events the node's journal held when the batch was frozen.
    backlog UInt64,
    counts Array(Tuple(outcome LowCardinality(String), name String, n Int64))
)
ENGINE = ReplacingMergeTree(written_at)
PARTITION BY toYYYYMM(frozen_at)
ORDER BY (frozen_at, batch)
TTL toDateTime(frozen_at) + INTERVAL 90 DAY;

INSERT INTO written_batches (frozen_at, batch, counts)
SELECT minute, concat('minute:', toString(minute)), groupArray((outcome, name, n))
FROM (SELECT minute, outcome, name, sum(n) AS n FROM ingestion_counts GROUP BY minute, outcome, name)
GROUP BY minute;

DROP TABLE IF EXISTS ingestion_counts;
