package comms.annotations;

import comms.catalog.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a time.
 *
 * @param id stays the same when the annotation is changed
 * @param text one line of 1 to 200 characters
 * @param metric the metric that it is about, null for all
 * @param changedBy the login of who has written it last
 */
public record Annotation(
    String id,
    Instant at,
    String text,
    @Nullable Metric metric,
    Instant changedAt,
    String changedBy) {

  /** The most characters that a text has. */
  public static final int LONGEST = 200;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException when it is empty or too long
   */
  public Annotation {
    text = text.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException("an annotation has 1 to " + LONGEST + " characters");
    }
  }

  /** Whether it belongs into that metric's charts. */
  public boolean isAbout(Metric asked) {
    return metric == null || metric == asked;
  }
}
