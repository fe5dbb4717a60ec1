package comms.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Things of one kind, of which a question lets some pass. */
record Counted(List<Item> items, Question question) {

  Stream<Item> in(Map<String, String> key, Span span) {
    return items.stream()
        .filter(item -> span.holds(item.time()))
        .filter(item -> item.passes(question))
        .filter(item -> item.belongsTo(key));
  }

  /** The number of distinct things. */
  double distinct(Map<String, String> key, Span span) {
    return in(key, span).map(Item::id).distinct().count();
  }

  double count(Map<String, String> key, Span span) {
    return in(key, span).count();
  }

  double[] sortedNumbers(Map<String, String> key, Span span) {
    return in(key, span).mapToDouble(Item::number).sorted().toArray();
  }

  Set<Map<String, String>> keys(Span span) {
    Set<Map<String, String>> keys = new LinkedHashSet<>();
    if (question.by().isEmpty()) {
      keys.add(Map.of());
      return keys;
    }
    in(Map.of(), span)
        .filter(item -> item.has(question.by()))
        .forEach(item -> keys.add(item.key(question.by())));
    return keys;
  }
}
