package comms.ingestion;

import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the three shapes of a request as a stream: an object with a batch, a bare array of events,
 * a single event. A request is first cut into its events by brackets and strings alone, and then
 * each event is read by itself: one that is no JSON costs itself, or only the property at fault. An
 * element that is no event stays as an unreadable one beside its siblings.
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
   * @throws Refusal when it cannot be cut into events, is empty, or has too many of them
   */
  Capture read(Reader text, StrippedProperties stripped) {
    Cutter body = new Cutter(text, limits.event());
    Capture capture = shape(body, stripped);
    if (body.peek() != Cutter.END) {
      throw new Refusal(
          Refusal.Kind.UNREADABLE, "The body goes on after the end of its JSON value.");
    }
    return capture;
  }

  /**
   * Reads one event that stands alone, as in a line of a file; an unreadable one where it is none.
   */
  RawEvent readEvent(Slice line, StrippedProperties stripped) {
    try {
      Cutter cutter = new Cutter(line);
      Slice event = cutter.value();
      return cutter.peek() == Cutter.END ? element(event, stripped).raw() : RawEvent.unreadable();
    } catch (Refusal unreadable) {
      return RawEvent.unreadable();
    }
  }

  private Capture shape(Cutter body, StrippedProperties stripped) {
    if (body.take('{')) {
      return object(body, stripped);
    }
    if (body.take('[')) {
      Set<String> tokens = new LinkedHashSet<>();
      return new Capture(tokens, Optional.empty(), batch(body, stripped, tokens));
    }
    throw new Refusal(
        Refusal.Kind.UNREADABLE, "The body is neither a JSON object nor an array of events.");
  }

  private Capture object(Cutter body, StrippedProperties stripped) {
    Set<String> inside = new LinkedHashSet<>();
    EventFields fields = new EventFields(stripped);
    OddEvent single = new OddEvent(fields, json);
    Head head = new Head();
    List<RawEvent> events = new ArrayList<>();
    boolean batched = false;
    Members members = new Members(body, json);
    while (members.next()) {
      switch (members.name()) {
        case "api_key", "token", "$token" -> json.reads(body.member(), head::token);
        case "sent_at" -> json.reads(body.member(), head::time);
        case "batch" -> {
          batched = true;
          events.addAll(array(body, stripped, inside));
        }
        default -> single.member(members.name(), body);
      }
    }
    if (!batched) {
      fields.token().ifPresent(inside::add);
      events.add(alone(fields));
    }
    return new Capture(head.tokens.isEmpty() ? inside : head.tokens, head.sentAt, events);
  }

  /** What a request says about all of its events. */
  private static final class Head {

    private final Set<String> tokens = new LinkedHashSet<>();
    private Optional<Instant> sentAt = Optional.empty();

    void token(JsonParser parser) {
      Optional.ofNullable(EventFields.string(parser)).ifPresent(tokens::add);
    }

    void time(JsonParser parser) {
      sentAt = SenderTime.parse(EventFields.scalar(parser, EventFields.TIME_LENGTH));
    }
  }

  private List<RawEvent> array(Cutter body, StrippedProperties stripped, Set<String> tokens) {
    if (!body.take('[')) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The batch is not an array of events.");
    }
    return batch(body, stripped, tokens);
  }

  private List<RawEvent> batch(Cutter body, StrippedProperties stripped, Set<String> tokens) {
    List<RawEvent> events = new ArrayList<>();
    while (body.hasElement()) {
      if (events.size() >= limits.events()) {
        throw new Refusal(
            Refusal.Kind.TOO_LARGE,
            "The batch has more than %d events.".formatted(limits.events()));
      }
      EventFields element = element(body.value(), stripped);
      element.token().ifPresent(tokens::add);
      events.add(element.raw());
    }
    if (events.isEmpty()) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The batch is empty.");
    }
    return events;
  }

  private EventFields element(Slice element, StrippedProperties stripped) {
    EventFields fields = new EventFields(stripped);
    if (!element.isObject() || json.reads(element, parser -> read(parser, fields))) {
      return fields;
    }
    EventFields odd = new EventFields(stripped);
    try {
      Cutter cutter = new Cutter(element);
      cutter.take('{');
      new OddEvent(odd, json).read(cutter);
      return odd;
    } catch (Refusal unreadable) {
      return new EventFields(stripped);
    }
  }

  private static void read(JsonParser parser, EventFields fields) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.field(name, parser);
    }
  }

  private static RawEvent alone(EventFields single) {
    if (!single.named()) {
      throw new Refusal(
          Refusal.Kind.UNREADABLE, "The body has neither a batch nor the name of an event.");
    }
    return single.raw();
  }
}
