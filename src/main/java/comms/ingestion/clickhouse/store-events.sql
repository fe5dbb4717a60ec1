-- Of the batch, the events whose keys are not stored yet; of several copies the first accepted.
INSERT INTO events
SELECT * EXCEPT (batch, staged_at)
FROM event_batches FINAL
WHERE batch = :batch
  AND (event, event_id) NOT IN (
      SELECT event, event_id FROM events
      WHERE (event, event_id) IN (SELECT event, event_id FROM event_batches WHERE batch = :batch))
