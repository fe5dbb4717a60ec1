package comms.model;

import java.util.List;

/** The application's own counters, as Prometheus reads them. */
record Counters(List<String> samples) {

  static Counters of(String exposition) {
    return new Counters(exposition.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** The sum over all samples of that name that carry the label. */
  long sum(String name, String label) {
    return (long)
        samples.stream()
            .filter(sample -> sample.startsWith(name + "{") && sample.contains(label))
            .mapToDouble(
                sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
            .sum();
  }
}
