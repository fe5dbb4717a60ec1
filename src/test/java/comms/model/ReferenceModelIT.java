package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import comms.catalog.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The running application against the independent model, over HTTP alone. */
class ReferenceModelIT {

  private static final int PAGE = 100;
  private static final int CONNECTIONS = 4;
  private static final int MANY = 11_000;
  private static final String[] SECRETS = {TrafficGenerator.CANARY, "omeone@example.org"};
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Its hours start at half past those of the others. */
  private static final ZoneId HALF_HOURS = ZoneId.of("America/St_Johns");

  private final Traffic traffic = new TrafficGenerator(2025).traffic(1000);
  private final Inbox inbox = new Inbox();
  private List<Delivery> wrongClocks = List.of();

  @TempDir private Path directory;

  @Test
  void answersAsTheModelDoesAndAgainWhenAllCameTwice() throws Exception {
    try (RunningApplication application = start("first", UTC)) {
      receiveAll();
      sendAtTheSameTime(application.api());
      assertSameAccounts(application.api());
      assertSameQuarantine(application.api());
      assertSameAnswers(application.api(), Questions.all(UTC), UTC);
      assertSameDesk(application.api());
      assertSameAsCsv(application.api());
      assertFutureIsNow(application.api());
      Traffic again = traffic.shuffled(4);
      send(application.api(), again.first(), 5);
      send(application.api(), again.second(), 6);
      sendWrongClocks(application.api());
      application.close();
      assertNothingLeaked(application, directory.resolve("first"));
    }
    try (RunningApplication application = start("first", HALF_HOURS)) {
      assertSameAnswers(application.api(), Questions.atEveryInterval(HALF_HOURS, 1), HALF_HOURS);
    }
  }

  @Test
  void anotherOrderChangesNothingAndLateEventsCorrectWhatWasAsked() throws Exception {
    Traffic other = traffic.shuffled(99);
    try (RunningApplication application = start("second", BERLIN)) {
      receiveAll();
      sendWrongClocks(application.api());
      send(application.api(), other.first(), 98);
      send(application.api(), other.second(), 99);
      assertSameAnswers(application.api(), Questions.atEveryInterval(BERLIN, 2), BERLIN);
      assertLateEventsCount(application.api());
      assertEveryDoorLeadsToTheSame(application.api());
      assertManyRepliesAreEstimatedWell(application.api());
    }
  }

  private static void assertLateEventsCount(Api api) {
    Instant time = Instant.parse("2025-01-15T10:00:00Z");
    for (int contracts = 1; contracts <= 3; contracts++) {
      Sent closed = Sent.event("contract_closed", time).with("contract_id", newId());
      api.send(List.of(closed.json()), false);
      awaitDenominator(api, Question.of(Metric.DISPUTE_RATE, around(time), "day"), contracts);
    }
  }

  /** One notification through every door; shapes and ways of writing go round. */
  private static void assertEveryDoorLeadsToTheSame(Api api) {
    Instant time = Instant.parse("2025-01-17T10:00:00Z");
    Delivery.Shape[] shapes = Delivery.Shape.values();
    int count = Door.PATHS.size();
    atTheSameTime(
        count,
        number -> {
          Sent scheduled =
              Sent.event("notification_delivery_scheduled", time)
                  .with("notification_id", newId())
                  .with("channel", "email")
                  .with("contract_id", newId());
          Delivery.Shape shape = shapes[(number + number / 6) % shapes.length];
          api.send(
              new Delivery(List.of(scheduled.json()), shape, null, false), Door.number(number));
        });
    awaitDenominator(api, Question.of(Metric.DELIVERY_FAILURES, around(time), "day"), count);
  }

  /** Above 10,000 values in a bucket a percentile is within a hundredth of the exact one. */
  private void assertManyRepliesAreEstimatedWell(Api api) {
    Instant time = Instant.parse("2024-06-15T10:00:00Z");
    Random random = new Random(11);
    List<Object> replies = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      replies.add(
          Sent.event("chat_message_replied", time.plusMillis(random.nextInt(36_000_000)))
              .with("message_id", newId())
              .with("thread_id", "crowd-" + i / 10)
              .with("contract_id", "crowd")
              .with("sender_role", i % 3 == 0 ? "client" : "freelancer")
              .with("first_reply_latency_sec", Math.exp(4 + 2 * random.nextGaussian()))
              .json());
    }
    Inbox crowd = new Inbox();
    crowd.receive(replies, null, Instant.now());
    for (int i = 0; i < MANY; i += MANY / 2) {
      api.send(replies.subList(i, i + MANY / 2), true);
    }
    Question question = Question.of(Metric.FIRST_RESPONSE_TIME, around(time), "day");
    assertSameAnswers(
        api,
        new ReferenceModel(crowd.accepted(), BERLIN, Instant.now()),
        List.of(question, question.by("sender_role"), question.over(around(time), "total")));
  }

  /** What would happen in half an hour is counted as it came. */
  private static void assertFutureIsNow(Api api) {
    Instant now = Instant.now();
    Span today = new Span(now.minus(Duration.ofDays(1)), now);
    awaitDenominator(api, Question.of(Metric.DELIVERY_FAILURES, today, "total"), 1);
  }

  private static void assertSameAsCsv(Api api) {
    for (Question question : Questions.atEveryInterval(UTC, 3)) {
      if (question.interval().equals("week")) {
        assertThat(Csv.rows(api.csv(question)))
            .as(Api.path(question))
            .containsExactlyElementsOf(Csv.rows(api.metric(question)));
      }
    }
  }

  private void assertSameDesk(Api api) {
    JsonNode summary = api.get("/api/v1/disputes/summary?from=2024-01-01&to=2027-01-01");
    DeskModel model = new DeskModel(inbox.accepted());
    Span span =
        new Span(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    Instant at = Instant.parse(summary.at("/open/at").asString());
    model
        .open(at)
        .forEach(
            (name, count) ->
                assertThat(summary.path("open").path(name).asDouble()).as(name).isEqualTo(count));
    model
        .resolved(span)
        .forEach(
            (name, value) ->
                assertThat(summary.path("resolved").path(name).asDouble())
                    .as(name)
                    .isCloseTo(value, within(1e-9 * Math.max(1, value))));
  }

  private static void awaitDenominator(Api api, Question question, double expected) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(api.metric(question).at("/series/0/total/denominator").asDouble())
                    .isEqualTo(expected));
  }

  private static Span around(Instant time) {
    return new Span(time.minusSeconds(86_400), time.plusSeconds(86_400));
  }

  private static String newId() {
    return "it-" + UUID.randomUUID();
  }

  private RunningApplication start(String data, ZoneId zone) {
    return RunningApplication.start(directory.resolve(data), zone.getId());
  }

  private void receiveAll() {
    Instant now = Instant.now();
    inbox.receive(traffic.first(), null, now);
    inbox.receive(traffic.second(), null, now);
    wrongClocks = new WrongClocks(17, now).deliveries();
    wrongClocks.forEach(delivery -> inbox.receive(delivery.elements(), delivery.sentAt(), now));
  }

  /** Sends the first wave from several connections at once, and then the second. */
  private void sendAtTheSameTime(Api api) {
    sendWrongClocks(api);
    for (List<Object> wave : List.of(traffic.first(), traffic.second())) {
      List<List<Object>> requests = Traffic.requests(wave, 3, 300);
      atTheSameTime(
          requests.size(), i -> api.send(Delivery.number(i, requests.get(i)), Door.number(i)));
    }
  }

  private static void send(Api api, List<Object> wave, long seed) {
    List<List<Object>> requests = Traffic.requests(wave, seed, 1000);
    for (int i = 0; i < requests.size(); i++) {
      api.send(Delivery.number(i, requests.get(i)), Door.number(i + (int) seed));
    }
  }

  private void sendWrongClocks(Api api) {
    atTheSameTime(wrongClocks.size(), i -> api.send(wrongClocks.get(i), Door.number(i)));
  }

  private static void atTheSameTime(int count, IntConsumer step) {
    try (ExecutorService executor = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<CompletableFuture<Void>> open = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        open.add(CompletableFuture.runAsync(() -> step.accept(number), executor));
      }
      open.forEach(CompletableFuture::join);
    }
  }

  private void assertSameAnswers(Api api, List<Question> questions, ZoneId zone) {
    ReferenceModel model = new ReferenceModel(inbox.accepted(), zone, Instant.now());
    assertSameAnswers(api, model, questions);
  }

  private static void assertSameAnswers(Api api, ReferenceModel model, List<Question> questions) {
    api.awaitStored();
    Queue<String> differences = new ConcurrentLinkedQueue<>();
    atTheSameTime(
        questions.size(),
        i -> {
          Question question = questions.get(i);
          differences.addAll(
              Comparison.differences(question, model.answer(question), api.metric(question)));
        });
    assertThat(differences.stream().limit(50))
        .as(() -> differences.size() + " differences to the model")
        .isEmpty();
  }

  /** Everything sent is accounted for: accepted, a duplicate, or quarantined for its reason. */
  private void assertSameAccounts(Api api) {
    api.awaitStored();
    JsonNode counts = api.get("/api/v1/pipeline").path("counts");
    assertThat(sum(counts, "accepted")).isEqualTo(inbox.accepted().size());
    assertThat(sum(counts, "duplicate")).isEqualTo(inbox.duplicates());
    assertThat(sum(counts, "quarantined")).isEqualTo(inbox.quarantined().size());
    Counters counters = Counters.of(api.text("/actuator/prometheus"));
    for (String reason :
        List.of(
            "malformed",
            "unknown_event",
            "missing_property",
            "invalid_value",
            "invalid_timestamp",
            "missing_scope")) {
      assertThat(counters.sum("comms_events_quarantined_total", "reason=\"" + reason + "\""))
          .as(reason)
          .isEqualTo(inbox.refused(reason));
    }
  }

  private static long sum(JsonNode counts, String outcome) {
    return counts
        .valueStream()
        .filter(count -> count.path("outcome").asString("").equals(outcome))
        .mapToLong(count -> count.path("n").asLong())
        .sum();
  }

  private void assertSameQuarantine(Api api) {
    List<String> expected =
        inbox.quarantined().stream()
            .map(refused -> refused.event() + " " + refused.reason() + " " + refused.property())
            .toList();
    List<String> actual = new ArrayList<>();
    for (int offset = 0; offset <= expected.size(); offset += PAGE) {
      String page = "/api/v1/quarantine?limit=" + PAGE + "&offset=" + offset;
      assertThat(api.text(page)).doesNotContain(SECRETS);
      assertThat(api.get(page).path("total").asInt()).isEqualTo(expected.size());
      api.get(page).path("items").forEach(item -> actual.add(quarantined(item)));
    }
    assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What lacks its scope has no single property at fault. */
  private static String quarantined(JsonNode item) {
    String reason = item.path("reason").asString("");
    String property = reason.equals("missing_scope") ? "" : item.path("property").asString("");
    return item.path("event").asString("") + " " + reason + " " + property;
  }

  /** No text of a message and no person's address is anywhere in the data or the log. */
  private static void assertNothingLeaked(RunningApplication application, Path data)
      throws IOException {
    assertThat(application.log()).doesNotContain(SECRETS);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(Stream.of(SECRETS).anyMatch(content::contains)).as(file.toString()).isFalse();
      }
    }
  }
}
