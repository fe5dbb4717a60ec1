package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The way of an SDK's request to its work. The body arrives before anything else is held; a glance
 * tells whether it names a known key; only then it goes through the turnstile, those of strangers
 * by a narrow way of their own.
 */
@Component
class Entrance {

  private final ArrivingBodies bodies;
  private final Turnstile turnstile;
  private final DoorLimits limits;

  Entrance(ArrivingBodies bodies, Turnstile turnstile, DoorLimits limits) {
    this.bodies = bodies;
    this.turnstile = turnstile;
    this.limits = limits;
  }

  /**
   * Lets a request in.
   *
   * @param announced the length that the request announces, below 0 where it announces none
   * @param glance looks at the body before it is worked on
   * @throws Refusal when it does not arrive, cannot be unpacked, or too many are worked on
   */
  <T> T request(
      InputStream body,
      long announced,
      Function<InputStream, KeyGlance.Seen> glance,
      Function<InputStream, T> work) {
    return bodies.whole(
        body,
        announced,
        limits.body(),
        arrived -> {
          KeyGlance.Seen seen = glance.apply(arrived.open());
          return seen.known()
              ? turnstile.request(seen.length(), () -> work.apply(arrived.open()))
              : turnstile.stranger(() -> work.apply(arrived.open()));
        });
  }
}
