package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The running application against the independent model, over HTTP alone. */
class ReferenceModelIT {

  private static final int PAGE = 100;
  private static final String[] SECRETS = {TrafficGenerator.CANARY, "omeone@example.org"};
  private static final String ZONE_OF_HALF_HOURS = "America/St_Johns";

  private final Traffic traffic = new TrafficGenerator(2025).traffic(1500);
  private final Inbox inbox = new Inbox();

  @TempDir private Path directory;

  @Test
  void answersAsTheModelDoes() throws Exception {
    try (RunningApplication application = start("first", "UTC")) {
      sendAtTheSameTime(application.api(), traffic);
      assertSameAccounts(application.api());
      assertSameQuarantine(application.api());
      assertSameAnswers(application.api(), "UTC");
      application.close();
      assertNothingLeaked(application, directory.resolve("first"));
    }
  }

  @Test
  void everythingSentTwiceAndARestartChangeNothing() throws Exception {
    try (RunningApplication application = start("second", "UTC")) {
      sendAtTheSameTime(application.api(), traffic);
      Traffic again = traffic.shuffled(4);
      Stream.of(again.first(), again.second())
          .flatMap(wave -> Traffic.requests(wave, 5).stream())
          .forEach(request -> application.api().send(request, true));
    }
    try (RunningApplication application = start("second", ZONE_OF_HALF_HOURS)) {
      assertSameAnswers(application.api(), ZONE_OF_HALF_HOURS);
    }
  }

  @Test
  void anotherOrderChangesNothing() throws Exception {
    receive(traffic);
    Traffic other = traffic.shuffled(99);
    try (RunningApplication application = start("third", "Europe/Berlin")) {
      for (List<Object> wave : List.of(other.first(), other.second())) {
        for (List<Object> request : Traffic.requests(wave, 98)) {
          application.api().send(request, false);
        }
      }
      assertSameAnswers(application.api(), "Europe/Berlin");
    }
  }

  @Test
  void aLateEventCorrectsAFigureThatWasAsked() {
    Instant time = Instant.parse("2025-01-15T10:00:00Z");
    Span january = new Span(time.minusSeconds(86_400), time.plusSeconds(86_400));
    Question question = Question.of(Metric.DISPUTE_RATE, january, "day");
    try (RunningApplication application = start("late", "UTC")) {
      for (int contracts = 1; contracts <= 3; contracts++) {
        Sent closed =
            Sent.event("contract_closed", time)
                .with("contract_id", UUID.randomUUID().toString().replace("-", "c"));
        application.api().send(List.of(closed.json()), false);
        double expected = contracts;
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(
                () ->
                    assertThat(
                            application
                                .api()
                                .metric(question)
                                .at("/series/0/total/denominator")
                                .asDouble())
                        .isEqualTo(expected));
      }
    }
  }

  private RunningApplication start(String data, String zone) {
    return RunningApplication.start(directory.resolve(data), zone);
  }

  private void receive(Traffic sent) {
    inbox.receive(sent.first(), null, Instant.now());
    inbox.receive(sent.second(), null, Instant.now());
  }

  /** Sends the first wave from several connections at once, and then the second. */
  private void sendAtTheSameTime(Api api, Traffic sent)
      throws ExecutionException, InterruptedException {
    receive(sent);
    try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
      for (List<Object> wave : List.of(sent.first(), sent.second())) {
        List<Future<?>> open = new ArrayList<>();
        for (List<Object> request : Traffic.requests(wave, 3)) {
          open.add(senders.submit(() -> api.send(request, request.size() % 2 == 0)));
        }
        for (Future<?> future : open) {
          future.get();
        }
      }
    }
  }

  private void assertSameAnswers(Api api, String zone) {
    ReferenceModel model = new ReferenceModel(inbox.accepted(), ZoneId.of(zone), Instant.now());
    List<String> differences = new ArrayList<>();
    for (Question question : Questions.all()) {
      JsonNode answer = api.metric(question);
      differences.addAll(Comparison.differences(question, model.answer(question), answer));
    }
    assertThat(differences.stream().limit(50))
        .as(() -> differences.size() + " differences to the model")
        .isEmpty();
  }

  /** Everything sent is accounted for: accepted, a duplicate, or quarantined for its reason. */
  private void assertSameAccounts(Api api) {
    Counters counters = Counters.of(api.text("/actuator/prometheus"));
    assertThat(counters.sum("comms_events_stored_total", "outcome=\"accepted\""))
        .isEqualTo(inbox.accepted().size());
    assertThat(counters.sum("comms_events_stored_total", "outcome=\"duplicate\""))
        .isEqualTo(inbox.duplicates());
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
