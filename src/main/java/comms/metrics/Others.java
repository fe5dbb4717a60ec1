package comms.metrics;

import java.util.Map;

/** What stands in a key for the values of a breakdown that have no series of their own. */
public final class Others {

  /**
   * In the place of a value. It is half of a pair of surrogates, which no text from the store can
   * hold, so a sender's value {@code others} is another one.
   */
  public static final String VALUE = "\uDFFF";

  /** What it is called where keys are written for programs, beside a mark that it is no value. */
  public static final String NAME = "others";

  private Others() {}

  public static boolean is(String value) {
    return VALUE.equals(value);
  }

  /** Whether a series of that key is one of values that were put together. */
  public static boolean in(Map<?, String> key) {
    return key.containsValue(VALUE);
  }

  /** The value, or the name that stands for all others. */
  public static String named(String value) {
    return is(value) ? NAME : value;
  }
}
