package comms.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A metric that is the percentiles of a sample: first-response-time, ws-latency of events. */
record Sample(Counted sample) implements Formula {

  @Override
  public List<String> stats() {
    return Percentiles.STATS;
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    return sample.keys(span);
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    return Percentiles.figure(stat, sample.sortedNumbers(key, span));
  }
}
