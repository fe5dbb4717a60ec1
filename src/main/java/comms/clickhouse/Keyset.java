package comms.clickhouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The order of a list as SQL, and the condition for what comes behind one of its rows, so that what
 * is stored between two pages moves no row from one to the other. The last columns must tell all
 * rows apart. NULL comes last, whichever way a column is sorted.
 */
public record Keyset(List<Column> columns) {

  /**
   * What is sorted by.
   *
   * @param sql an expression whose values are text, whole numbers or floating-point numbers
   * @param bound what a value to compare with is bound in, with {@code %s} for it
   */
  public record Column(String sql, boolean ascending, String bound) {

    public Column(String sql, boolean ascending) {
      this(sql, ascending, "%s");
    }

    /** A DateTime64, whose values come as milliseconds since 1970; an index on it is of use. */
    public static Column time(String sql, boolean ascending) {
      return new Column(sql, ascending, "fromUnixTimestamp64Milli(toInt64(%s), 'UTC')");
    }
  }

  public Keyset {
    columns = List.copyOf(columns);
  }

  public static Keyset of(Column... columns) {
    return new Keyset(List.of(columns));
  }

  /** What stands behind ORDER BY. */
  public String order() {
    return columns.stream()
        .map(column -> column.sql() + (column.ascending() ? " ASC" : " DESC") + " NULLS LAST")
        .collect(Collectors.joining(", "));
  }

  /**
   * Behind the row with these values: a String, Long or Double for each column, or null where the
   * row has NULL.
   */
  public Place after(List<@Nullable Object> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException("the order has " + columns.size() + " columns");
    }
    return new Place(this, values);
  }

  /** The beginning of the list. */
  public Place start() {
    return new Place(this, null);
  }

  /** A place in the list, as a condition and the values to bind. */
  public static final class Place {

    private final Keyset keyset;
    private final @Nullable List<@Nullable Object> values;

    private Place(Keyset keyset, @Nullable List<@Nullable Object> values) {
      this.keyset = keyset;
      this.values = values == null ? null : Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** What stands behind WHERE. */
    public String sql() {
      if (values == null) {
        return "true";
      }
      String condition = "false";
      for (int i = values.size() - 1; i >= 0; i--) {
        condition = beyond(i) + " OR (" + same(i) + " AND (" + condition + "))";
      }
      return "(" + condition + ")";
    }

    private String beyond(int i) {
      Column column = keyset.columns.get(i);
      return value(i) == null
          ? "false"
          : column.sql()
              + (column.ascending() ? " > " : " < ")
              + bound(i)
              + " OR "
              + column.sql()
              + " IS NULL";
    }

    private String same(int i) {
      String sql = keyset.columns.get(i).sql();
      return value(i) == null ? sql + " IS NULL" : sql + " = " + bound(i);
    }

    /** A floating-point number comes as its bits, since its text need not give the same one. */
    private String bound(int i) {
      String bits = value(i) instanceof Double ? "reinterpretAsFloat64(toInt64(%s))" : "%s";
      return keyset.columns.get(i).bound().formatted(bits.formatted(":after" + i));
    }

    public StatementSpec bind(StatementSpec statement) {
      StatementSpec bound = statement;
      for (int i = 0; values != null && i < values.size(); i++) {
        Object value = value(i);
        if (value != null) {
          bound =
              bound.param(
                  "after" + i,
                  value instanceof Double number ? Double.doubleToRawLongBits(number) : value);
        }
      }
      return bound;
    }

    private @Nullable Object value(int i) {
      return values == null ? null : values.get(i);
    }
  }
}
