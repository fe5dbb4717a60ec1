package comms.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record behind a figure.
 *
 * @param values by column: String, Instant or Double; what is not known is left out
 */
public record RecordRow(Map<RecordColumn, Object> values) {

  public RecordRow {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public @Nullable Object value(RecordColumn column) {
    return values.get(column);
  }

  /** The text of that column, empty where there is none. */
  public String text(RecordColumn column) {
    return values.getOrDefault(column, "").toString();
  }
}
