package comms.metrics;

import comms.catalog.Dimension;
import java.util.List;
import java.util.stream.IntStream;

/** Breakdowns with so many values of each dimension, of which the store need not be asked. */
record FewKeys(int keys) implements SelectKeys {

  FewKeys() {
    this(0);
  }

  @Override
  public long count(MetricQuery query, long most) {
    return Math.min(keys, most);
  }

  @Override
  public ShownValues first(MetricQuery query, Dimension dimension, int most) {
    List<String> values =
        IntStream.range(0, Math.min(keys, most)).mapToObj(i -> dimension.wireName() + i).toList();
    return new ShownValues(values, keys - values.size());
  }
}
