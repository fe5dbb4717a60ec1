package comms.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the import of one server goes, on this node since its start. */
class PrometheusSource {

  /** How many series are named. */
  private static final int MOST_UNREAD = 20;

  private final Address address;
  private final Clock clock;
  private final Counter failures;
  private volatile @Nullable Instant lastSuccess;
  private volatile @Nullable Instant importedTo;
  private volatile PrometheusState.@Nullable Failure failure;
  private volatile boolean failing;
  private volatile long series;
  private final Set<String> unread = new ConcurrentSkipListSet<>();

  PrometheusSource(Address address, Clock clock, MeterRegistry registry) {
    this.address = address;
    this.clock = clock;
    Tags tags = Tags.of("server", address.name());
    this.failures =
        Counter.builder("comms.telemetry.failures")
            .description("Attempts to import what a Prometheus server has that failed")
            .tags(tags)
            .register(registry);
    Gauge.builder("comms.telemetry.series", this, source -> source.series)
        .description("Series of the server in what was imported last")
        .tags(tags)
        .register(registry);
    TimeGauge.builder(
            "comms.telemetry.lag",
            this,
            TimeUnit.MILLISECONDS,
            source ->
                source.lag().map(Duration::toMillis).map(Long::doubleValue).orElse(Double.NaN))
        .description("How long ago the last minute ended that is imported")
        .tags(tags)
        .register(registry);
  }

  PrometheusState state() {
    return new PrometheusState(
        address.name(),
        address.shown(),
        Optional.ofNullable(lastSuccess),
        Optional.ofNullable(importedTo),
        lag(),
        series,
        (long) failures.count(),
        failing,
        List.copyOf(unread),
        Optional.ofNullable(failure));
  }

  private Optional<Duration> lag() {
    return Optional.ofNullable(importedTo)
        .map(end -> Duration.between(end, clock.instant()))
        .map(lag -> lag.isNegative() ? Duration.ZERO : lag);
  }

  void reached(Instant end) {
    importedTo = end;
  }

  void imported(Portion portion) {
    importedTo = portion.position().importedTo();
    series = portion.series();
    portion.unread().stream().limit(Math.max(0, MOST_UNREAD - unread.size())).forEach(unread::add);
  }

  void succeeded() {
    lastSuccess = clock.instant();
    failing = false;
  }

  void failed(String message) {
    failure = new PrometheusState.Failure(clock.instant(), message);
    failing = true;
    failures.increment();
  }
}
