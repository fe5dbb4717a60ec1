package comms.timeline;

import comms.catalog.EventName;
import java.util.List;
import java.util.Optional;

/** Tells what has arrived lately. */
public interface RecentEvents {

  /**
   * The events that arrived last, within a day, the newest first; duplicates are none.
   *
   * @param event only those of that name
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<TimelineEntry> newest(Optional<EventName> event, int limit);
}
