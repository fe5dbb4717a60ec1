package comms.webhooks;

import comms.ingestion.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Refuses what was signed too long ago. The time allowed is each provider's own time of trying
 * again: it is not documented that another attempt is signed anew, and a shorter time would turn an
 * outage here into a loss.
 */
@Component
class SigningTime {

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final Clock clock;

  SigningTime(Clock clock) {
    this.clock = clock;
  }

  /** Checks a time in seconds since 1970. */
  void check(String seconds, Duration allowed) {
    if (!SECONDS.matcher(seconds).matches()) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The time of the signature cannot be read.");
    }
    check(Instant.ofEpochSecond(Long.parseLong(seconds)), allowed);
  }

  void check(Instant signed, Duration allowed) {
    Instant now = clock.instant();
    if (signed.isBefore(now.minus(allowed)) || signed.isAfter(now.plus(SKEW))) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The signature is too old or from the future.");
    }
  }
}
