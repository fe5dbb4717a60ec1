package comms.ingestion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of everything that was sent, on all nodes. */
public interface PipelineHistory {

  /**
   * Sums over a period, by the time at which events were batched.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Count> totals(Instant from, Instant to);

  /**
   * The same in steps, the empty ones left out.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Step> steps(Instant from, Instant to, Duration step);

  /**
   * How often something became of an event.
   *
   * @param outcome accepted, duplicate, conflict (duplicates that say something else, counted among
   *     them too), quarantined or stripped
   * @param name the event's name, or the property's where it was stripped
   */
  record Count(String outcome, String name, long n) {}

  /**
   * A step of time.
   *
   * @param lag the longest that an event waited for its batch to be stored
   * @param backlog the most events that the nodes' journals held
   */
  record Step(
      Instant start,
      long accepted,
      long duplicates,
      long conflicts,
      long quarantined,
      Duration lag,
      long backlog) {}
}
