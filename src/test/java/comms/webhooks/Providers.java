package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Property;
import comms.ingestion.RawEvent;
import comms.ingestion.Refusal;
import comms.ingestion.SentJson;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of single providers have in common. */
final class Providers {

  static final JsonMapper MAPPER = JsonMapper.builder().build();
  static final ProviderJson JSON = new ProviderJson(SentJson.standard());

  private Providers() {}

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  static SigningTime at(String instant) {
    return new SigningTime(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  static Post post(String body, Map<String, String> headers) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new Post(body.getBytes(UTF_8), anyCase::get, "192.0.2.7");
  }

  static final String NEXT_KEY = "next-key";

  static WebhookSettings settings(
      List<String> sendgrid, String mailgun, List<String> postmarkAddresses, List<String> topics) {
    return new WebhookSettings(
        new WebhookSettings.SendGrid(sendgrid),
        new WebhookSettings.Mailgun(List.of(mailgun), List.of(" " + NEXT_KEY)),
        new WebhookSettings.Postmark(
            "postmark", "pass:word", List.of("next:pass:word", "", "nobody"), postmarkAddresses),
        new WebhookSettings.Ses(topics));
  }

  /** That a provider is turned away because it does not prove who it is. */
  static void assertUnproven(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROVEN));
  }

  /** The word for what the report says; ignored where there is none. */
  static String word(Optional<Report> report) {
    return report.map(found -> found.outcome().wireName()).orElse("ignored");
  }

  static String text(RawEvent event, Property property) {
    JsonNode value = event.values().get(property);
    return value == null ? "" : value.asString("");
  }
}
