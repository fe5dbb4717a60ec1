package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.Figures;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts by key and bucket, as a statement with a column {@code n} selects them. */
final class Counts {

  private final Map<Map<Dimension, String>, Map<Long, Double>> counts = new HashMap<>();

  static Counts select(Statement statement, String sql) {
    Counts counts = new Counts();
    statement.forEach(sql, (key, bucket, row) -> counts.put(key, bucket, row.getDouble("n")));
    return counts;
  }

  void put(Map<Dimension, String> key, long bucket, double n) {
    counts.computeIfAbsent(Map.copyOf(key), k -> new HashMap<>()).put(bucket, n);
  }

  double at(Map<Dimension, String> key, long bucket) {
    return counts.getOrDefault(key, Map.of()).getOrDefault(bucket, 0.0);
  }

  Set<Map<Dimension, String>> keys() {
    return counts.keySet();
  }

  Set<Long> buckets() {
    Set<Long> buckets = new TreeSet<>();
    counts.values().forEach(byBucket -> buckets.addAll(byBucket.keySet()));
    return buckets;
  }

  /**
   * One count divided by another.
   *
   * @param shared the dimensions that the denominators are broken down by too; by the others they
   *     stay whole
   */
  static Figures shares(
      Counts numerators,
      Counts denominators,
      List<Dimension> by,
      Collection<Dimension> shared,
      Stat stat) {
    Set<Map<Dimension, String>> keys = new LinkedHashSet<>(numerators.keys());
    if (shared.containsAll(by)) {
      keys.addAll(denominators.keys());
    }
    if (by.isEmpty()) {
      keys.add(Map.of());
    }
    Set<Long> buckets = new TreeSet<>(numerators.buckets());
    buckets.addAll(denominators.buckets());
    buckets.add(Figures.TOTAL);
    Figures figures = new Figures();
    for (Map<Dimension, String> key : keys) {
      Map<Dimension, String> whole = only(shared, key);
      for (long bucket : buckets) {
        figures.put(
            key,
            stat,
            bucket,
            Shares.of(numerators.at(key, bucket), denominators.at(whole, bucket)));
      }
    }
    return figures;
  }

  private static Map<Dimension, String> only(
      Collection<Dimension> dimensions, Map<Dimension, String> key) {
    Map<Dimension, String> part = new EnumMap<>(Dimension.class);
    key.forEach(
        (dimension, value) -> {
          if (dimensions.contains(dimension)) {
            part.put(dimension, value);
          }
        });
    return part;
  }
}
