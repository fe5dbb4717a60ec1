package comms.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the import of a server stands on this node.
 *
 * @param name what the server is called
 * @param address where it is, without credentials
 * @param lastSuccess when everything that it had was imported
 * @param importedTo the end of the last minute that is imported
 * @param lag how long ago that was
 * @param series how many series the last answer had
 * @param failures how many attempts have failed since the start
 * @param failing whether the last attempt did
 * @param unread series with native histograms of a schema that is not known, whose buckets are left
 *     out
 * @param lastFailure the last that went wrong since the start, mended or not
 */
public record PrometheusState(
    String name,
    String address,
    Optional<Instant> lastSuccess,
    Optional<Instant> importedTo,
    Optional<Duration> lag,
    long series,
    long failures,
    boolean failing,
    List<String> unread,
    Optional<Failure> lastFailure) {

  /** Something that went wrong between the server and the store. */
  public record Failure(Instant at, String message) {}
}
