package comms.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One metric's definition. */
interface Formula {

  List<String> stats();

  /** The values of the breakdown's dimensions that occur in the span. */
  Set<Map<String, String>> keys(Span span);

  Figure figure(Map<String, String> key, String stat, Span span);
}
