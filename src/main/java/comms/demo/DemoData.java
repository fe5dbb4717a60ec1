package comms.demo;

/** The demo data in the store: whether it is there, putting it there, taking it out again. */
public interface DemoData {

  /** Whether the store holds demo data now. */
  boolean present();

  /** Whether the store holds no event at all. */
  boolean storeIsEmpty();

  /**
   * Loads a year of demo data and returns when it can be queried; seconds, so not on a UI thread.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  void load();

  /**
   * Removes the demo data and nothing else; real events beside it are kept.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  void remove();
}
