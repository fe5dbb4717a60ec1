package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The unmodified posthog-node sends events to the running application. */
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
      assertThat(application.log()).doesNotContain(TrafficGenerator.CANARY);
    }
  }
}
