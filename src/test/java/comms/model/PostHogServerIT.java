package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified posthog-server for Java sends events to the running application. */
class PostHogServerIT {

  @TempDir private Path directory;

  @Test
  void whatItSendsAppearsInTheMetrics() {
    try (RunningApplication application =
        RunningApplication.start(directory.resolve("data"), "UTC")) {
      Api api = application.api();
      PostHogInterface client =
          PostHog.with(PostHogConfig.builder(api.key()).host(api.address().toString()).build());
      for (Marketplace.Occurrence occurrence : Marketplace.random().occurrences()) {
        PostHogCaptureOptions.Builder options = PostHogCaptureOptions.builder();
        occurrence.properties().forEach(options::property);
        client.capture("user-1", occurrence.name(), options.build());
      }
      // Closing does not flush in this version, and flushing does not wait; the figures tell.
      client.flush();
      Marketplace.awaitFigures(api);
      client.close();
      assertThat(application.log()).doesNotContain(TrafficGenerator.CANARY);
    }
  }
}
