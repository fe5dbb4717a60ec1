package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PropertyValuesTest {

  private static final String LONG = "x".repeat(201);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CONTRACT_ID | 42 | 42",
        "CONTRACT_ID | ` \"C1 \"` | C1",
        "THREAD_TYPE | \"proposal\" | order",
        "THREAD_TYPE | \"dispute\" | dispute",
        "REASON | 12 | 12",
        "REASON | true | true",
        "REASON | \" late \" | late",
        "CHANNEL | \"E-Mail\" | email",
        "CHANNEL | \"mail\" | email",
        "CHANNEL | \" Web Push \" | web_push",
        "CHANNEL | \"push\" | web_push",
        "CHANNEL | \"WebPush\" | web_push",
        "CHANNEL | \" Telegram \" | Telegram",
        "PAYOUT_SPLIT | {\"client\": 60, \"freelancer\": 40.5} | {\"client\":60,\"freelancer\":40.5}",
        "PAYOUT_SPLIT | \"60/40\" | 60/40"
      })
  void readsTexts(Property property, String json, String value) {
    assertThat(PropertyValues.read(property, json(json))).hasValue(new Value.Fit(value));
  }

  @ParameterizedTest
  @CsvSource({
    "SCORE, 0, 0",
    "SCORE, 10, 10",
    "SCORE, 9.0, 9",
    "RETRY_COUNT, 3, 3",
    "CLOSE_CODE, -1, -1",
    "COMMENT_LENGTH, 1e3, 1000"
  })
  void readsWholeNumbers(Property property, String json, long value) {
    assertThat(PropertyValues.read(property, json(json))).hasValue(new Value.Fit(value));
  }

  @ParameterizedTest
  @CsvSource({"SLA_REMAINING_SEC, -5, -5", "DELIVERY_LATENCY_MS, 0, 0", "UPTIME_SEC, 1.25, 1.25"})
  void readsNumbers(Property property, String json, double value) {
    assertThat(PropertyValues.read(property, json(json))).hasValue(new Value.Fit(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONTRACT_ID | {}",
        "CONTRACT_ID | true",
        "THREAD_TYPE | \"Order\"",
        "THREAD_TYPE | \" order\"",
        "SENDER_ROLE | \"admin\"",
        "SENDER_ROLE | 1",
        "HAS_ATTACHMENT | \"true\"",
        "HAS_ATTACHMENT | 1",
        "SCORE | 11",
        "SCORE | -1",
        "SCORE | 9.5",
        "SCORE | \"9\"",
        "RETRY_COUNT | -1",
        "RETRY_COUNT | 1e30",
        "CLOSE_CODE | 9223372036854775808",
        "DELIVERY_LATENCY_MS | -1",
        "DELIVERY_LATENCY_MS | \"12\"",
        "UPTIME_SEC | 1e999",
        "REASON | {\"text\": \"secret\"}",
        "REASON | [1]",
        "PAYOUT_SPLIT | {\"client\": \"all\"}",
        "PAYOUT_SPLIT | {}",
        "PAYOUT_SPLIT | [60, 40]"
      })
  void refusesWhatIsOutsideTheType(Property property, String json) {
    assertThat(PropertyValues.read(property, json(json))).containsInstanceOf(Value.Unfit.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REASON | null",
        "REASON | \"  \"",
        "SENDER_ROLE | \"\"",
        "SCORE | null",
        "CONTRACT_ID | \"undefined\"",
        "CONTRACT_ID | 0",
        "SLA_BUCKET | \"soon\"",
        "SLA_BUCKET | 24"
      })
  void nothingIsAbsent(Property property, String json) {
    assertThat(PropertyValues.read(property, json(json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"REASON", "CONTRACT_ID", "CHANNEL"})
  void refusesWhatIsTooLong(Property property) {
    assertThat(PropertyValues.read(property, json('"' + LONG + '"')))
        .containsInstanceOf(Value.Unfit.class);
    assertThat(PropertyValues.read(property, json('"' + LONG.substring(1) + '"')))
        .containsInstanceOf(Value.Fit.class);
  }

  private static JsonNode json(String json) {
    return new JsonMapper().readTree(json);
  }
}
