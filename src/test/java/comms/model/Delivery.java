package comms.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a door, before it is written down.
 *
 * @param sentAt the request's own time by the sender's clock, null when it names none
 * @param historical whether the sender calls it a migration of history, which changes nothing
 */
record Delivery(List<?> elements, Shape shape, @Nullable Instant sentAt, boolean historical) {

  /** How the elements are laid into the body. */
  enum Shape {
    /** Beside the key in an object. */
    BATCH,
    /** As they are, each with the key among its properties. */
    ARRAY,
    /** The only one, with the key beside its name. */
    SINGLE
  }

  static Delivery batch(List<?> elements) {
    return new Delivery(elements, Shape.BATCH, null, false);
  }

  /** The elements in whatever shape that number brings; not all fit into all. */
  static Delivery number(int number, List<?> elements) {
    boolean onlyEvents = elements.stream().allMatch(element -> element instanceof Map<?, ?>);
    if (onlyEvents && elements.size() == 1) {
      return new Delivery(elements, Shape.SINGLE, null, false);
    }
    return onlyEvents && number % 2 == 0
        ? new Delivery(elements, Shape.ARRAY, null, false)
        : new Delivery(elements, Shape.BATCH, null, number % 3 == 0);
  }

  /** The body's content for the holder of the key. */
  Object body(String key) {
    return switch (shape) {
      case BATCH -> {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("api_key", key);
        body.put("batch", elements);
        if (sentAt != null) {
          body.put("sent_at", sentAt.toString());
        }
        if (historical) {
          body.put("historical_migration", true);
        }
        yield body;
      }
      case ARRAY ->
          elements.stream().map(element -> event(element).with("token", key).json()).toList();
      case SINGLE -> event(elements.getFirst()).field("api_key", key).json();
    };
  }

  private static Sent event(Object element) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (element instanceof Map<?, ?> map) {
      map.forEach((name, value) -> json.put(String.valueOf(name), value));
    }
    return new Sent(json);
  }
}
