package comms.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * Keeps increases and positions. The same minute of the same counter written twice counts once, so
 * that an import that was cut off, or that two nodes do at once, can simply be done again from its
 * position.
 */
public interface TelemetryStore {

  /**
   * How far the server is imported, if it ever was.
   *
   * @param query what is asked of it; another question starts from the beginning
   */
  Optional<Position> position(String source, String query);

  /** Stores increases, in the place of those of the same counters and minutes. */
  void add(String source, List<Increase> increases);

  /**
   * Moves the position, after the increases up to there are stored.
   *
   * @param position with the counters that have moved; the others stay as they are
   */
  void advance(String source, String query, Position position);
}
