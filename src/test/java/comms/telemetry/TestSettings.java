package comms.telemetry;

import comms.telemetry.TelemetrySettings.Server;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Settings with what a test needs to be short. */
final class TestSettings {

  private TestSettings() {}

  static TelemetrySettings of(Server... servers) {
    return new TelemetrySettings(
        List.of(servers),
        ScrapedMetrics.LATENCY,
        ScrapedMetrics.RECONNECTS,
        Duration.ofSeconds(30),
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofMinutes(7),
        Duration.ofSeconds(1),
        DataSize.ofKilobytes(64),
        Duration.ofSeconds(2));
  }

  static TelemetrySettings withStep(Duration step) {
    TelemetrySettings all = of();
    return new TelemetrySettings(
        all.servers(),
        all.latencyMetric(),
        all.reconnectsMetric(),
        all.interval(),
        all.settle(),
        all.backfill(),
        step,
        Duration.ofSeconds(10),
        DataSize.ofMegabytes(32),
        all.longestPause());
  }
}
