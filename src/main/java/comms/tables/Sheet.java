package comms.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row; closing it completes the file. */
public interface Sheet extends Closeable {

  /** Writes the next row: numbers as numbers, null as an empty cell, the rest as text. */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /** Whether it takes no further row, so that there is no use in reading more. */
  default boolean full() {
    return false;
  }

  /** Writes the next row. */
  default void row(@Nullable Object... cells) throws IOException {
    row(Arrays.asList(cells));
  }
}
