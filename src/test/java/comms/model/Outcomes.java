package comms.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** dispute-outcomes. */
record Outcomes(Counted resolved) implements Formula {

  @Override
  public List<String> stats() {
    return List.of("count");
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    return resolved.keys(span);
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    return Figure.count(resolved.distinct(key, span));
  }
}
