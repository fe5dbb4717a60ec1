package comms.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Imports one server: from its position to the last minute that has settled, in bounded steps, the
 * increases of a step before its position. The minutes are those of the server's clock.
 */
final class SourceImport {

  private static final Duration SHORTEST_STEP = Duration.ofMinutes(1);

  /** How long before the first minute a sample is looked for that says where a counter stood. */
  private static final Duration BEFORE = Duration.ofMinutes(5);

  private final String name;
  private final ScrapedMetrics metrics;
  private final PrometheusClient server;
  private final TelemetryStore store;
  private final TelemetrySettings settings;
  private final PrometheusSource source;
  private Duration step;

  SourceImport(
      String name,
      ScrapedMetrics metrics,
      PrometheusClient server,
      TelemetryStore store,
      TelemetrySettings settings,
      PrometheusSource source) {
    this.name = name;
    this.metrics = metrics;
    this.server = server;
    this.store = store;
    this.settings = settings;
    this.source = source;
    this.step = settings.step();
  }

  /**
   * Imports what there is.
   *
   * @throws RuntimeException when the server or the store fails; what was stored until then stays,
   *     and the next call goes on from there
   */
  void importUpToNow(BooleanSupplier goOn) {
    Instant end = minute(server.now().minus(settings.settle()));
    while (goOn.getAsBoolean() && !importStep(end)) {
      // What it has imported is stored; the next step follows.
    }
  }

  /** Whether there is nothing left. */
  private boolean importStep(Instant end) {
    // Read again each time, since another node may have gone on.
    Optional<Position> position = store.position(name, metrics.query());
    Instant from = position.map(Position::importedTo).orElseGet(() -> beginning(end));
    if (!from.isBefore(end)) {
      position.map(Position::importedTo).ifPresent(source::reached);
      step = settings.step();
      return true;
    }
    Instant to = from.plus(step).isBefore(end) ? from.plus(step) : end;
    Portion portion = ask(position.map(Position::last), from, to);
    store.add(name, portion.increases());
    store.advance(name, metrics.query(), portion.position());
    source.imported(portion);
    return false;
  }

  /** A step that fails is tried again with half of its length, since it may have been too much. */
  private Portion ask(Optional<Map<Counter, Sample>> last, Instant from, Instant to) {
    Instant earliest = last.isPresent() ? from : from.minus(BEFORE);
    try {
      return Portion.of(
          metrics, last.orElse(Map.of()), server.samples(metrics.query(), earliest, to), from, to);
    } catch (PrometheusFailure e) {
      Duration half = Duration.ofMinutes(step.toMinutes() / 2);
      step = half.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : half;
      throw e;
    }
  }

  /** The same for all nodes that start within an hour of each other. */
  private Instant beginning(Instant end) {
    return end.minus(settings.backfill()).truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant minute(Instant at) {
    return Instant.ofEpochMilli(Increases.minute(at.toEpochMilli()));
  }
}
