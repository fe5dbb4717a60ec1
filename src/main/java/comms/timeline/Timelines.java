package comms.timeline;

import java.util.List;

/** Tells what happened to something. */
public interface Timelines {

  /**
   * All that happened, oldest first; a contract's timeline has the events of its threads in it.
   *
   * @param id as the events carry it
   * @param limit how many at most, from {@code offset} on
   * @return empty where no event names that id
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<TimelineEntry> of(Subject subject, String id, int limit, int offset);

  /**
   * The events that follow one of them, whatever has arrived since it was found.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<TimelineEntry> after(Subject subject, String id, TimelineEntry last, int limit);

  /** The id as events carry it, however it is asked for. */
  String stored(String asked);

  /**
   * How many events its timeline has.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  long count(Subject subject, String id);
}
