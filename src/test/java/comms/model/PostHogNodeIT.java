package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The unmodified posthog-node and its relatives send events to the running application. */
class PostHogNodeIT {

  @TempDir private Path directory;

  @Test
  void whatItSendsAppearsInTheMetrics() throws Exception {
    NodePackages.installed();
    List<Map<String, Object>> events =
        Marketplace.random().occurrences().stream()
            .map(
                occurrence ->
                    Map.<String, Object>of(
                        "distinctId", "user-1",
                        "event", occurrence.name(),
                        "properties", occurrence.properties()))
            .toList();
    try (RunningApplication application =
        RunningApplication.start(directory.resolve("data"), "UTC")) {
      Api api = application.api();
      NodePackages.node(
          new JsonMapper().writeValueAsString(events),
          "send.mjs",
          api.address().toString(),
          api.key());
      Marketplace.awaitFigures(api);
      everyOtherSdkFindsItsDoor(api);
      assertThat(application.log()).doesNotContain(TrafficGenerator.CANARY);
    }
  }

  /** Capture v1 and the forms of posthog-js-lite, each of which sends a contract of its own. */
  private static void everyOtherSdkFindsItsDoor(Api api) throws Exception {
    for (String client : List.of("node-v1", "lite-2", "lite-3-form", "lite-3-json")) {
      String contract = client + "-" + UUID.randomUUID();
      NodePackages.node(
          new JsonMapper()
              .writeValueAsString(
                  List.of(
                      Map.of(
                          "distinctId", "user-1",
                          "event", "contract_started",
                          "properties", Map.of("contract_id", contract)))),
          "send.mjs",
          api.address().toString(),
          api.key(),
          client);
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(api.text("/api/v1/lookup?id=" + contract)).contains("contract"));
    }
  }
}
