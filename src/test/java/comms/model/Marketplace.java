package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import comms.catalog.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A small story that happens now: a chat that became a contract, with a reply after 42 s; and its
 * figures.
 */
record Marketplace(String id) {

  /** An event as each SDK has its own way to capture. */
  record Occurrence(String name, Map<String, Object> properties) {}

  static Marketplace random() {
    return new Marketplace(UUID.randomUUID().toString());
  }

  List<Occurrence> occurrences() {
    String thread = "thread-" + id;
    String contract = "contract-" + id;
    return List.of(
        new Occurrence(
            "chat_thread_created",
            Map.of("thread_id", thread, "thread_type", "order", "initiator_role", "client")),
        new Occurrence(
            "chat_message_sent",
            Map.of(
                "message_id",
                "question-" + id,
                "thread_id",
                thread,
                "sender_role",
                "client",
                "text",
                TrafficGenerator.CANARY)),
        new Occurrence(
            "chat_message_replied",
            Map.of(
                "message_id",
                "answer-" + id,
                "thread_id",
                thread,
                "sender_role",
                "freelancer",
                "first_reply_latency_sec",
                42)),
        new Occurrence("contract_started", Map.of("contract_id", contract, "thread_id", thread)),
        new Occurrence("contract_closed", Map.of("contract_id", contract)));
  }

  /** Waits until the story's figures, and no others, are in an application that was empty. */
  static void awaitFigures(Api api) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(total(api, Metric.CHAT_TO_CONTRACT, "value", "denominator")).isEqualTo(1);
              assertThat(total(api, Metric.FIRST_RESPONSE_TIME, "p50", "value")).isEqualTo(42);
              assertThat(total(api, Metric.CONTACT_SHARE, "value", "value")).isEqualTo(1);
              assertThat(total(api, Metric.DISPUTE_RATE, "value", "denominator")).isEqualTo(1);
            });
  }

  private static double total(Api api, Metric metric, String stat, String field) {
    Span today = new Span(Instant.now().minusSeconds(86_400), Instant.now().plusSeconds(86_400));
    for (JsonNode series : api.metric(Question.of(metric, today, "total")).path("series")) {
      if (series.path("stat").asString("").equals(stat)) {
        return series.path("total").path(field).asDouble(Double.NaN);
      }
    }
    throw new AssertionError("no " + stat + " of " + metric);
  }
}
