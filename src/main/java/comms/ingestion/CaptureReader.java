package comms.ingestion;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads the three shapes of a request as a stream: an object with a batch, a bare array of events,
 * a single event. An element that is no event stays as an unreadable one beside its siblings.
 */
@Component
class CaptureReader {

  private final EventJson json;
  private final DoorLimits limits;

  CaptureReader(EventJson json, DoorLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  /**
   * Reads a whole request.
   *
   * @throws Refusal when it is not JSON, nested too deep, empty, or has too many events
   */
  Capture read(Reader text, StrippedProperties stripped) {
    try (JsonParser parser = json.parse(text)) {
      Capture capture = shape(parser, stripped);
      if (parser.nextToken() != null) {
        throw new Refusal(
            Refusal.Kind.UNREADABLE, "The body goes on after the end of its JSON value.");
      }
      return capture;
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads one event that stands alone, as in a line of a file.
   *
   * @throws Refusal when it is not JSON or nested too deep
   */
  RawEvent readEvent(Reader text, StrippedProperties stripped) {
    try (JsonParser parser = json.parse(text)) {
      parser.nextToken();
      RawEvent event = element(parser, stripped).raw();
      if (parser.nextToken() != null) {
        throw new Refusal(Refusal.Kind.UNREADABLE, "The line goes on after its JSON value.");
      }
      return event;
    } catch (JacksonException e) {
      throw unreadable(e);
    }
  }

  private Capture shape(JsonParser parser, StrippedProperties stripped) {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      return object(parser, stripped);
    }
    if (first == JsonToken.START_ARRAY) {
      Set<String> tokens = new LinkedHashSet<>();
      return new Capture(tokens, Optional.empty(), batch(parser, stripped, tokens));
    }
    throw new Refusal(
        Refusal.Kind.UNREADABLE, "The body is neither a JSON object nor an array of events.");
  }

  private Capture object(JsonParser parser, StrippedProperties stripped) {
    Set<String> tokens = new LinkedHashSet<>();
    Set<String> inside = new LinkedHashSet<>();
    EventFields single = new EventFields(stripped);
    Optional<Instant> sentAt = Optional.empty();
    List<RawEvent> events = new ArrayList<>();
    boolean batched = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "api_key", "token", "$token" ->
            Optional.ofNullable(EventFields.string(parser)).ifPresent(tokens::add);
        case "sent_at" ->
            sentAt = SenderTime.parse(EventFields.scalar(parser, EventFields.TIME_LENGTH));
        case "batch" -> {
          batched = true;
          events.addAll(array(parser, stripped, inside));
        }
        default -> single.field(name, parser);
      }
    }
    if (!batched) {
      single.token().ifPresent(inside::add);
      events.add(alone(single));
    }
    return new Capture(tokens.isEmpty() ? inside : tokens, sentAt, events);
  }

  private List<RawEvent> array(JsonParser parser, StrippedProperties stripped, Set<String> tokens) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The batch is not an array of events.");
    }
    return batch(parser, stripped, tokens);
  }

  private List<RawEvent> batch(JsonParser parser, StrippedProperties stripped, Set<String> tokens) {
    List<RawEvent> events = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (events.size() >= limits.events()) {
        throw new Refusal(
            Refusal.Kind.TOO_LARGE,
            "The batch has more than %d events.".formatted(limits.events()));
      }
      EventFields element = element(parser, stripped);
      element.token().ifPresent(tokens::add);
      events.add(element.raw());
    }
    if (events.isEmpty()) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The batch is empty.");
    }
    return events;
  }

  private EventFields element(JsonParser parser, StrippedProperties stripped) {
    EventFields fields = new EventFields(stripped);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return fields;
    }
    long start = parser.currentLocation().getCharOffset();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.field(name, parser);
    }
    if (parser.currentLocation().getCharOffset() - start > limits.event()) {
      fields.tooLong();
    }
    return fields;
  }

  private static RawEvent alone(EventFields single) {
    if (!single.named()) {
      throw new Refusal(
          Refusal.Kind.UNREADABLE, "The body has neither a batch nor the name of an event.");
    }
    return single.raw();
  }

  /** The refusal for text that is no JSON; it tells where, never what stands there. */
  private Refusal unreadable(JacksonException e) {
    String message =
        switch (e) {
          case StreamConstraintsException limit ->
              "The JSON is nested deeper than %d levels, or has an overlong name or number."
                  .formatted(limits.depth());
          case JacksonIOException io when io.getCause() instanceof CharacterCodingException ->
              "The body is not valid UTF-8.";
          default -> "The body is not valid JSON" + place(e.getLocation()) + ".";
        };
    return new Refusal(Refusal.Kind.UNREADABLE, message, e);
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
