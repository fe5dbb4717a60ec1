package comms.metrics;

import java.util.List;

/**
 * The values of a dimension that get series of their own.
 *
 * @param values the first of them by {@link Top}'s order
 * @param others how many more there are, at least
 */
public record ShownValues(List<String> values, long others) {

  public ShownValues {
    values = List.copyOf(values);
  }
}
