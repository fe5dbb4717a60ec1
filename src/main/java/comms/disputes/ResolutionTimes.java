package comms.disputes;

import comms.catalog.Dimension;
import comms.metrics.Buckets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how fast disputes were resolved. */
public interface ResolutionTimes {

  /**
   * The disputes that were resolved in the range and in each of its buckets.
   *
   * @param values for each dimension the values that count, see {@link DisputeFilter}
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  Answer of(Buckets buckets, Map<Dimension, Set<String>> values);

  /** Every bucket is there, in order. */
  record Answer(Times total, List<Point> points) {}

  /**
   * @param start where the bucket's part of the range begins
   */
  record Point(Instant start, Times times) {}

  /**
   * How fast some disputes were resolved. Only those whose opening is known are timed; the shares
   * are shares of these.
   *
   * @param resolved all of them
   * @param timed those whose opening is known
   * @param withinDay those of them that were resolved in less than 24 h
   * @param withinTwoDays those that were resolved in less than 48 h
   * @param medianSec from the opening to the resolution, linear between closest ranks; null without
   *     any
   */
  record Times(
      long resolved, long timed, long withinDay, long withinTwoDays, @Nullable Double medianSec) {

    public static final Times NONE = new Times(0, 0, 0, 0, null);

    public @Nullable Double shareWithinDay() {
      return timed == 0 ? null : (double) withinDay / timed;
    }

    public @Nullable Double shareWithinTwoDays() {
      return timed == 0 ? null : (double) withinTwoDays / timed;
    }
  }
}
