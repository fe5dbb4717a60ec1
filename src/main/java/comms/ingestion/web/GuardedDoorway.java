package comms.ingestion.web;

import comms.ingestion.Doorway;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The arrival, the turnstile and the meters of the doors, for bodies that are read as a whole. */
@Component
class GuardedDoorway implements Doorway {

  private final ArrivingBodies bodies;
  private final Turnstile turnstile;
  private final DoorMeters meters;

  GuardedDoorway(ArrivingBodies bodies, Turnstile turnstile, DoorMeters meters) {
    this.bodies = bodies;
    this.turnstile = turnstile;
    this.meters = meters;
  }

  @Override
  public <T> T through(
      String door, InputStream body, long announced, DataSize most, Function<byte[], T> work) {
    return meters.timed(
        door,
        () ->
            bodies.whole(
                body,
                announced,
                most,
                arrived -> turnstile.webhook(() -> work.apply(arrived.bytes()))));
  }
}
