package comms.ingestion;

/** Where the journal's batches end. */
public interface EventStore {

  /**
   * Stores a batch; when it returns, every figure tells of its events. Written again, whole or
   * after it was cut off, it changes nothing.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not take it now; the
   *     same batch has to be written again
   */
  void write(Batch batch);
}
