package comms.ingestion.web;

import comms.ingestion.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Times and counts the requests at a door by the answer that they got. */
@Component
class DoorMeters {

  private final MeterRegistry registry;

  DoorMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Runs a request and records it as ok, as the kind of its refusal, or as failed. */
  <T> T timed(String door, Supplier<T> request) {
    Timer.Sample sample = Timer.start(registry);
    String answer = "failed";
    try {
      T result = request.get();
      answer = "ok";
      return result;
    } catch (Refusal refusal) {
      answer = refusal.kind().name().toLowerCase(Locale.ROOT);
      throw refusal;
    } finally {
      sample.stop(registry.timer("comms.door.requests", "door", door, "answer", answer));
    }
  }
}
