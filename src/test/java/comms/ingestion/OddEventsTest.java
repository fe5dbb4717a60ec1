package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Property;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What one odd event costs: itself at most, and its siblings nothing. */
class OddEventsTest {

  private static final String BEFORE =
      "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"before\"}}";
  private static final String AFTER =
      "{\"event\":\"contract_closed\",\"properties\":{\"contract_id\":\"after\"}}";

  private final CaptureReader reader = new CaptureReader(new EventJson(), DoorLimits.defaults());
  private final StrippedProperties stripped = new StrippedProperties();

  static Stream<String> oddValues() {
    return Stream.of(
        "NaN",
        "Infinity",
        "-Infinity",
        "nan",
        "undefined",
        "None",
        "9".repeat(310),
        "9".repeat(100_000),
        "1e999",
        "1e-99999999",
        "1e99999999999",
        "-",
        "+1",
        "01",
        "0x1F",
        "1.2.3",
        "'single'",
        "'single } and , and \" too'",
        "\"broken \\x escape\"",
        "\"broken \\u12 escape\"",
        "\"\\ud800\"",
        "\"a\u0000b\u0001\nc\"",
        "\"one\" \"two\"",
        "\"one\"two",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "[1,2,,]",
        "[1 /* two ] } \" */]",
        "// nothing } ] \" \n x",
        "http://example.org/}".replace("}", ""),
        "[".repeat(100_000) + "]".repeat(100_000),
        "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
        "\"" + "x".repeat(900_000) + "\"",
        "{\"" + "x".repeat(900_000) + "\":1}",
        "",
        " ");
  }

  @ParameterizedTest
  @MethodSource("oddValues")
  void anOddValueOfAnUnknownPropertyCostsNothing(String value) {
    List<RawEvent> events =
        batch(
            BEFORE,
            "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"odd\",\"price\":%s}}"
                .formatted(value),
            AFTER);
    assertThat(contracts(events)).containsExactly("before", "odd", "after");
    assertThat(stripped.byName()).containsKey("price");
  }

  @ParameterizedTest
  @MethodSource("oddValues")
  void anOddValueOfAKnownPropertyCostsItsEvent(String value) {
    List<RawEvent> events =
        batch(
            BEFORE,
            """
            {"event":"chat_message_delivered","properties":{"contract_id":"odd",
             "delivery_latency_ms":%s,"thread_id":"t"},"other":[1]}"""
                .formatted(value),
            AFTER);
    assertThat(contracts(events)).containsExactly("before", "odd", "after");
    JsonNode sent = value(events.get(1), Property.DELIVERY_LATENCY_MS);
    if (!value.isBlank()) {
      assertThat(PropertyValues.read(Property.DELIVERY_LATENCY_MS, sent))
          .hasValueSatisfying(read -> assertThat(read).isInstanceOf(Value.Unfit.class));
    }
    assertThat(value(events.get(1), Property.THREAD_ID).asString()).isEqualTo("t");
  }

  @ParameterizedTest
  @MethodSource("oddValues")
  void anOddFieldCostsNoSibling(String value) {
    for (String field :
        List.of("event", "timestamp", "offset", "distinct_id", "properties", "uuid", "token")) {
      List<RawEvent> events =
          batch(
              BEFORE,
              "{\"%s\":%s,\"properties\":{\"contract_id\":\"odd\"}}".formatted(field, value),
              AFTER);
      assertThat(contracts(events)).containsExactly("before", "odd", "after");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "17",
        "NaN",
        "1e999",
        "\"text\"",
        "'text'",
        "[]",
        "[[{}]]",
        "{}",
        "{:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{,}",
        "{\"a\":1]}",
        "{\"event\":[],\"properties\":5}",
        "{\"event\":\"x\"\"properties\":{}}",
        "{{}}",
        "{\"a\":{\"b\":[1}",
        "/"
      })
  void anElementThatIsNoEventStaysBesideItsSiblings(String element) {
    List<RawEvent> events = batch(BEFORE, element, AFTER);
    assertThat(events).hasSize(3);
    assertThat(contracts(List.of(events.getFirst(), events.getLast())))
        .containsExactly("before", "after");
  }

  @Test
  void aMissingBracketCostsItsOwnEvent() {
    List<RawEvent> events =
        batch(
            BEFORE,
            "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"odd\",\"a\":[1,2}}",
            "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"odd\"}",
            "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"odd\"",
            AFTER);
    assertThat(events).hasSize(5);
    assertThat(contracts(List.of(events.getFirst(), events.getLast())))
        .containsExactly("before", "after");
  }

  @Test
  void commasTooManyOrTooFewAreNoEvents() {
    Capture capture = read("{\"api_key\":\"k\",,\"batch\":[," + BEFORE + " " + AFTER + ",],}");
    assertThat(contracts(capture.events())).containsExactly("before", "after");
  }

  @Test
  void bytesThatAreNoTextSpoilOnlyTheValueTheyStandIn() {
    byte[] body =
        ("{\"api_key\":\"k\",\"batch\":[%s,{\"event\":\"contract_closed\",\"properties\":{"
                + "\"contract_id\":\"odd\",\"\u00e9\":1,\"title\":\"\u00e9\",\"reason\":\"caf\u00e9\"}},"
                + "{\"event\":\"contract_closed\",\"properties\":{\"contract_id\":\"\u00e9\"}},%s]}")
            .formatted(BEFORE, AFTER)
            .getBytes(StandardCharsets.ISO_8859_1);
    List<RawEvent> events =
        reader.read(EventText.of(new ByteArrayInputStream(body)), stripped).events();
    assertThat(contracts(events)).containsExactly("before", "odd", "[]", "after");
    assertThat(value(events.get(1), Property.REASON).asString()).isEqualTo("caf\ufffd");
  }

  @Test
  void anOverlongValueIsNotHeld() {
    String endless = "\"" + "\\\\".repeat(3_000_000) + "\"";
    assertThat(
            contracts(
                batch(BEFORE, "{\"event\":\"contract_started\",\"x\":" + endless + "}", AFTER)))
        .containsExactly("before", "", "after");
    Capture single =
        read(
            "{\"api_key\":\"k\",\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"s\","
                + "\"x\":"
                + endless
                + ",\"y\":1}}");
    assertThat(contracts(single.events())).containsExactly("s");
  }

  @Test
  void readsTheSameMemberByMember() {
    String event =
        """
        {"event":"dispute_resolved","distinct_id":7,"timestamp":"2026-11-22T12:00:00Z","offset":3,
         "uuid":"u","$set":{"a":[1,{"b":"}"}]},"properties":{"dispute_id":12345678901234,
         "resolution":"split","payout_split":{"client":60,"freelancer":4.0e1,"x":[1]},
         "resolution_time_sec":1.50,"contract_id":"\\u0063\\"\\\\1","$lib":"web","text":"t",
         "distinct_id":"other","$ignore_sent_at":true}}""";
    RawEvent fast = batch(event).getFirst();
    Map<String, Long> strippedFast = stripped.byName();
    RawEvent slow = batch(event.replace("\"t\"", "\"t\"t")).getFirst();
    assertThat(slow).isEqualTo(fast);
    assertThat(fast.values()).hasSize(5);
    strippedFast.forEach(
        (name, count) -> assertThat(stripped.byName()).containsEntry(name, 2 * count));
    assertThat(read(event.replace("{\"event", "{\"api_key\":\"k\",\"event")).events().getFirst())
        .isEqualTo(fast);
  }

  @Test
  void cutsTheSameWhereverTheTextIsBroken() {
    String body =
        "{\"api_key\":\"k\", \"batch\" : [%s, {\"a\":'b}', \"c\":\"\\\\\\\"\" /* } */ }\n,%s]}"
            .formatted(BEFORE, AFTER);
    for (int portion = 1; portion < body.length(); portion++) {
      Capture capture = reader.read(inPortions(body, portion), stripped);
      assertThat(capture.tokens()).containsExactly("k");
      assertThat(contracts(capture.events())).containsExactly("before", "", "after");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"api_key\":\"k\",\"batch\":[{\"event\":\"x\"",
        "{\"api_key\":\"k\",\"batch\":[{\"event\":\"x\"}",
        "{\"api_key\":\"k\",\"batch\":[{\"event\":\"x}]}",
        "{\"api_key\":\"k\" \"batch\"",
        "{\"api_key\"",
        "{{\"batch\":[1]}}",
        "[\"\\",
        "[/",
        "[/*",
        "{"
      })
  void refusesWhatCannotBeCut(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.UNREADABLE));
  }

  /** Were any of it quadratic, it would take hours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "{\"a\":",
        "}",
        "{ ",
        "{]",
        "[}",
        "{\"a\":[}",
        "'",
        "/",
        ",",
        "{,{",
        "\\\""
      })
  void isNotSlowedDownByAnything(String unit) {
    String hostile = unit.repeat(4_000_000 / unit.length());
    for (String body : List.of(hostile, "[{\"a\":" + hostile, "[" + hostile + "]")) {
      try {
        read(body);
      } catch (Refusal expected) {
        assertThat(expected.kind()).isIn(Refusal.Kind.UNREADABLE, Refusal.Kind.TOO_LARGE);
      }
    }
  }

  private List<RawEvent> batch(String... elements) {
    return read("{\"api_key\":\"k\",\"batch\":[" + String.join(",", elements) + "]}").events();
  }

  private Capture read(String body) {
    return reader.read(new StringReader(body), stripped);
  }

  private static List<String> contracts(List<RawEvent> events) {
    return events.stream()
        .map(event -> value(event, Property.CONTRACT_ID))
        .map(value -> value.isArray() ? "[]" : value.asString(""))
        .toList();
  }

  private static JsonNode value(RawEvent event, Property property) {
    return event
        .values()
        .getOrDefault(property, tools.jackson.databind.node.MissingNode.getInstance());
  }

  private static Reader inPortions(String text, int portion) {
    return new StringReader(text) {
      @Override
      public int read(char[] buffer, int offset, int length) throws java.io.IOException {
        return super.read(buffer, offset, Math.min(portion, length));
      }
    };
  }
}
