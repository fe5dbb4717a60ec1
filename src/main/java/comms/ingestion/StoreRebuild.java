package comms.ingestion;

/** Changes the stored events otherwise than by taking events in. */
public interface StoreRebuild {

  /**
   * Makes the change while nobody else writes, then works everything out again from the events that
   * are stored: every entity, series and rollup. Reads meanwhile see less than there is. Takes
   * about ten seconds a million events; not for a request's or the UI's thread.
   *
   * @param change inserts into or deletes from the events
   * @throws org.springframework.dao.DataAccessException when ClickHouse refuses; then the derived
   *     tables may be incomplete until it is done again
   */
  void after(Runnable change);
}
