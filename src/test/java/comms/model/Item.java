package comms.model;

import comms.catalog.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thing that is counted.
 *
 * @param id what makes it distinct
 * @param number its value, where it has one
 * @param dimensions those by which it can be told apart, by wire name; empty values are known to be
 *     absent
 */
record Item(String id, Instant time, double number, Map<String, String> dimensions) {

  static Item of(String id, Instant time) {
    return new Item(id, time, 0, Map.of());
  }

  Item with(Dimension dimension, String value) {
    Map<String, String> more = new TreeMap<>(dimensions);
    more.put(dimension.wireName(), value);
    return new Item(id, time, number, more);
  }

  Item with(double number) {
    return new Item(id, time, number, dimensions);
  }

  /** Whether the question's filters let it pass; a dimension that it does not have is no bar. */
  boolean passes(Question question) {
    return question.filters().entrySet().stream()
        .allMatch(
            filter ->
                !dimensions.containsKey(filter.getKey())
                    || filter.getValue().contains(dimensions.get(filter.getKey())));
  }

  /** Whether it belongs to the key; a dimension that it does not have is no bar. */
  boolean belongsTo(Map<String, String> key) {
    return key.entrySet().stream()
        .allMatch(
            part ->
                !dimensions.containsKey(part.getKey())
                    || part.getValue().equals(dimensions.get(part.getKey())));
  }

  boolean has(List<String> names) {
    return dimensions.keySet().containsAll(names);
  }

  Map<String, String> key(List<String> names) {
    Map<String, String> key = new TreeMap<>();
    names.forEach(name -> key.put(name, dimensions.getOrDefault(name, "")));
    return key;
  }
}
