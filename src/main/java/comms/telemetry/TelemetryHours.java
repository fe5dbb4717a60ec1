package comms.telemetry;

import java.time.Instant;

/** The increases by the hour, which are worked out from those by the minute. */
public interface TelemetryHours {

  /** Works the hours of that time out again, whole, whoever has stored their minutes. */
  void workOut(Instant from, Instant to);
}
