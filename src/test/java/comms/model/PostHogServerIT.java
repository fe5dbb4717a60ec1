package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.nio.file.Path;
import java.util.List;
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
      List<Marketplace.Occurrence> occurrences = Marketplace.random().occurrences();
      // Capturing fills the queue in the background, where a call of flush() may find it still
      // empty; so the queue flushes itself when it holds them all.
      PostHogInterface client =
          PostHog.with(
              PostHogConfig.builder(api.key())
                  .host(api.address().toString())
                  .flushAt(occurrences.size())
                  .build());
      for (Marketplace.Occurrence occurrence : occurrences) {
        PostHogCaptureOptions.Builder options = PostHogCaptureOptions.builder();
        occurrence.properties().forEach(options::property);
        client.capture("user-1", occurrence.name(), options.build());
      }
      Marketplace.awaitFigures(api);
      client.close();
      assertThat(application.log()).doesNotContain(TrafficGenerator.CANARY);
    }
  }
}
