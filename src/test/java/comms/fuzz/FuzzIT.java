package comms.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import comms.webhooks.SealedDoors;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Odd requests to every door, for some seconds; {@code bin/faults --only fuzz} does it for an hour.
 * {@code -Dcomms.fuzz.seed} repeats what a run has printed, {@code -Dcomms.fuzz.seconds} is how
 * long.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStore(fresh = true, storedAtOnce = false)
@Import(SealedDoors.Amazon.class)
class FuzzIT {

  private static final long SEED =
      Long.getLong("comms.fuzz.seed", System.currentTimeMillis() % 1_000_000_000);
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("comms.fuzz.seconds", 15));

  @LocalServerPort private int port;
  @Autowired private JdbcClient reader;

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry properties) {
    SealedDoors.settings().forEach((name, value) -> properties.add(name, () -> value));
  }

  @Test
  void nothingOddCostsItsSiblingsOrEndsInAnError() throws Exception {
    System.out.println("Fuzzing with -Dcomms.fuzz.seed=" + SEED);
    try (Fuzz fuzz =
        new Fuzz(
            URI.create("http://127.0.0.1:" + port),
            WithStore.INGEST_KEY,
            WithStore.API_TOKEN,
            SealedDoors.all(),
            this::stored,
            SEED)) {
      Map<Integer, Integer> answers = fuzz.run(TIME);
      System.out.println("Answers by status: " + answers);
      assertThat(answers).containsKeys(200, 400);
    }
  }

  private Set<String> stored() {
    return new HashSet<>(
        reader
            .sql("SELECT DISTINCT concat(event, ':', event_id) FROM events")
            .query(String.class)
            .list());
  }
}
