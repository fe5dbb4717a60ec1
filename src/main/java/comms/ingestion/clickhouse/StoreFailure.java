package comms.ingestion.clickhouse;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * What a failed insert says. Only the errors named here are about the rows; everything else passes,
 * or is mended by people, and is tried again without end: a network that is cut (209, 210), a store
 * that is starting, full (243), read-only (164, 242), out of memory (241), busy (202, 252), too
 * slow (159), and also a missing table or a password that changed.
 */
final class StoreFailure {

  /** ClickHouse's error codes about values that cannot be read or do not fit their column. */
  private static final Set<Integer> ABOUT_CONTENT =
      Set.of(
          6, // CANNOT_PARSE_TEXT
          25, // CANNOT_PARSE_ESCAPE_SEQUENCE
          26, // CANNOT_PARSE_QUOTED_STRING
          27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
          38, // CANNOT_PARSE_DATE
          41, // CANNOT_PARSE_DATETIME
          53, // TYPE_MISMATCH
          62, // SYNTAX_ERROR, where a value breaks out of its literal
          69, // ARGUMENT_OUT_OF_BOUND
          70, // CANNOT_CONVERT_TYPE
          72, // CANNOT_PARSE_NUMBER
          117, // INCORRECT_DATA
          131, // TOO_LARGE_STRING_SIZE
          321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
          349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
          407, // DECIMAL_OVERFLOW
          691); // UNKNOWN_ELEMENT_OF_ENUM

  private StoreFailure() {}

  /** Whether the rows are at fault, so that fewer of them may succeed. */
  static boolean isAboutContent(DataAccessException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && ABOUT_CONTENT.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  /** The first line of the store's own words, without the rows. */
  static String sentence(DataAccessException failure) {
    String text = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    return text.lines().findFirst().orElse("").replaceAll("'[^']*'", "'...'");
  }
}
