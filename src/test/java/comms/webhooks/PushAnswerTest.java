package comms.webhooks;

import static comms.webhooks.Providers.json;
import static comms.webhooks.Providers.text;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import comms.ingestion.RawEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushAnswerTest {

  @ParameterizedTest
  @CsvSource({"404, subscription_expired", "410, unsubscribed"})
  void whatIsGoneIsDropped(int status, String reason) {
    RawEvent event = answer(status).event();
    assertThat(event.event()).isEqualTo("notification_dropped");
    assertThat(text(event, Property.DROP_REASON)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 413, 429, 500, 503})
  void whatIsRefusedIsAFailedAttempt(int status) {
    RawEvent event = answer(status).event();
    assertThat(event.event()).isEqualTo("notification_delivery_failed");
    assertThat(text(event, Property.ERROR_CODE)).isEqualTo(String.valueOf(status));
    assertThat(text(event, Property.RETRY_COUNT)).isEqualTo("2");
    assertThat(text(event, Property.CHANNEL)).isEqualTo("web_push");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void whatIsTakenIsNothingToKeep(int status) {
    assertThat(answer(status).taken()).isTrue();
  }

  @Test
  void anAnswerHasAStatus() {
    assertThat(new PushAnswer(json("{}")).readable()).isFalse();
    assertThat(new PushAnswer(json("{\"status\":\"410\"}")).readable()).isFalse();
    assertThat(new PushAnswer(json("17")).readable()).isFalse();
    assertThat(answer(0).readable()).isFalse();
    assertThat(answer(600).readable()).isFalse();
    assertThat(answer(410).readable()).isTrue();
  }

  private static PushAnswer answer(int status) {
    return new PushAnswer(
        json(
            "{\"notification_id\":\"n1\",\"contract_id\":\"c1\",\"retry_count\":2,\"status\":%d,"
                    .formatted(status)
                + "\"endpoint\":\"https://push.example.org/secret\"}"));
  }
}
