package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Doorway;
import comms.ingestion.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The turnstile, the clock and the meters of the doors, for bodies that are read as a whole. */
@Component
class GuardedDoorway implements Doorway {

  private static final String BROKEN = "The body did not arrive whole; please send it again.";

  private final Turnstile turnstile;
  private final DoorMeters meters;
  private final DoorLimits limits;

  GuardedDoorway(Turnstile turnstile, DoorMeters meters, DoorLimits limits) {
    this.turnstile = turnstile;
    this.meters = meters;
    this.limits = limits;
  }

  @Override
  public <T> T through(
      String door, InputStream body, long announced, DataSize most, Function<byte[], T> work) {
    return meters.timed(
        door, () -> turnstile.request(announced, () -> work.apply(whole(body, announced, most))));
  }

  private byte[] whole(InputStream body, long announced, DataSize most) {
    String tooLong = "The body is larger than %,d bytes.".formatted(most.toBytes());
    if (announced > most.toBytes()) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong);
    }
    try {
      return new GuardedInputStream(
              new InTimeInputStream(body, limits.time()),
              most.toBytes(),
              tooLong,
              Refusal.Kind.UNAVAILABLE,
              BROKEN)
          .readAllBytes();
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, BROKEN, e);
    }
  }
}
