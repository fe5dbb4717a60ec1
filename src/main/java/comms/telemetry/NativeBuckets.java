package comms.telemetry;

import comms.telemetry.RawSeries.HistogramSample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The buckets of one series of native histograms. What a sample does not tell of their kind, the
 * samples around it do, and what was known of the series before. Positions have the counts up to
 * each bound whatever the kind is, so that a series may change it without a loss.
 */
final class NativeBuckets {

  /** What stands in the position of a series that has bounds of its own. */
  private static final double CUSTOM = -53;

  private static final double EXPONENTIAL = 0;

  private final Map<HistogramKind, List<HistogramSample>> samples =
      new EnumMap<>(HistogramKind.class);
  private final Counter all;
  private final List<HistogramSample> inOrder;
  private final Map<Counter, Sample> moved = new HashMap<>();

  /**
   * @param all the counter of all observations
   */
  NativeBuckets(Counter all, List<HistogramSample> inOrder) {
    this.all = all;
    this.inOrder = inOrder;
  }

  Counter all() {
    return all;
  }

  /** When the first of those with bounds of their own was taken; the end of time without any. */
  long first() {
    List<HistogramSample> own = samples(HistogramKind.CUSTOM);
    return own.isEmpty() ? Long.MAX_VALUE : own.getFirst().at();
  }

  /** Finds the kind of every sample. */
  void resolve(Map<Counter, Sample> known) {
    List<HistogramKind> kinds = new ArrayList<>();
    HistogramKind kind = knownKind(known);
    for (HistogramSample sample : inOrder) {
      HistogramKind told = sample.histogram().kind();
      kind = told == HistogramKind.EITHER ? kind : told;
      kinds.add(kind);
    }
    HistogramKind first =
        kinds.stream()
            .filter(told -> told != HistogramKind.EITHER)
            .findFirst()
            // Between powers of two, where nothing else is told, both come to the same.
            .orElse(HistogramKind.EXPONENTIAL);
    for (int i = 0; i < kinds.size(); i++) {
      HistogramKind told = kinds.get(i) == HistogramKind.EITHER ? first : kinds.get(i);
      samples.computeIfAbsent(told, _ -> new ArrayList<>()).add(inOrder.get(i));
    }
  }

  private HistogramKind knownKind(Map<Counter, Sample> known) {
    Sample schema = known.get(all.part(Counter.SCHEMA));
    if (schema == null) {
      return HistogramKind.EITHER;
    }
    return schema.value() == CUSTOM ? HistogramKind.CUSTOM : HistogramKind.EXPONENTIAL;
  }

  private List<HistogramSample> samples(HistogramKind kind) {
    return samples.getOrDefault(kind, List.of());
  }

  /** The exponential ones as counters of a classic histogram. */
  Map<Counter, List<Sample>> classic() {
    Map<Counter, List<Sample>> counters = new HashMap<>();
    for (HistogramSample sample : samples(HistogramKind.EXPONENTIAL)) {
      sample
          .histogram()
          .cumulative()
          .forEach(
              (bound, count) ->
                  counters
                      .computeIfAbsent(all.part(bound.toString()), _ -> new ArrayList<>())
                      .add(new Sample(sample.at(), count)));
      moved.put(all.part(Counter.SCHEMA), new Sample(sample.at(), EXPONENTIAL));
    }
    return counters;
  }

  /** The series, where it has histograms of a kind that is not known. */
  Set<String> unread() {
    return samples(HistogramKind.UNKNOWN).isEmpty() ? Set.of() : Set.of(all.series());
  }

  /** What those with bounds of their own grew by, from where the series stood. */
  List<Increase> grow(Map<Counter, Sample> known) {
    Map<Counter, Double> minute = new HashMap<>();
    List<Increase> increases = new ArrayList<>();
    Sample stood = known.get(all);
    OwnBuckets buckets = new OwnBuckets(stood == null ? Map.of() : cumulative(known, stood.at()));
    long current = Long.MIN_VALUE;
    long end = stood == null ? Long.MIN_VALUE : stood.at();
    for (HistogramSample sample : samples(HistogramKind.CUSTOM)) {
      if (sample.at() <= end) {
        continue;
      }
      end = sample.at();
      if (Increases.minute(end) != current) {
        flush(minute, current, increases);
        current = Increases.minute(end);
      }
      for (OwnBuckets.Growth growth : buckets.next(sample.histogram().populated())) {
        minute.merge(
            all.between(growth.lower(), growth.upper()), growth.observations(), Double::sum);
      }
      moved.clear();
      moved.put(all.part(Counter.SCHEMA), new Sample(end, CUSTOM));
      for (Map.Entry<Double, Double> bound : buckets.cumulative().entrySet()) {
        moved.put(all.part(bound.getKey().toString()), new Sample(end, bound.getValue()));
      }
    }
    flush(minute, current, increases);
    return increases;
  }

  private static void flush(Map<Counter, Double> minute, long start, List<Increase> increases) {
    minute.forEach((counter, value) -> increases.add(new Increase(counter, start, value)));
    minute.clear();
  }

  /** The counts of the last sample; bounds that it has not named are those of earlier times. */
  private Map<Double, Double> cumulative(Map<Counter, Sample> known, long at) {
    Map<Double, Double> cumulative = new TreeMap<>();
    known.forEach(
        (counter, sample) -> {
          if (counter.isBucket()
              && sample.at() == at
              && counter.series().equals(all.series())
              && counter.metric().equals(all.metric())) {
            cumulative.put(counter.bound(), sample.value());
          }
        });
    return cumulative;
  }

  /** Where the series stands after that. */
  Map<Counter, Sample> moved() {
    return moved;
  }
}
