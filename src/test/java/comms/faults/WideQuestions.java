package comms.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions whose answers would be far too large: one series for each of two thousand templates,
 * with a bucket for each hour of four hundred days, several of them at once.
 */
final class WideQuestions {

  private static final int TEMPLATES = 2_000;
  private static final int AT_ONCE = 6;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<Integer> FIT = Set.of(200, 400, 503);
  private static final JsonMapper JSON = new JsonMapper();

  private WideQuestions() {}

  /** Makes the templates, which any holder of the public project key can. */
  static void makeTemplates(Rig rig) throws IOException, InterruptedException {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(10));
    String run = "w" + UUID.randomUUID().toString().substring(0, 8);
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int first = 0; first < TEMPLATES; first += BATCH) {
        List<SentEvent> batch = new ArrayList<>();
        for (int i = first; i < first + BATCH; i++) {
          batch.add(scheduled(run + "-" + i, start.plusSeconds(60L * i)));
        }
        send(http, rig, batch);
      }
    }
  }

  private static SentEvent scheduled(String id, Instant time) {
    return new SentEvent(
        "notification_delivery_scheduled",
        id,
        time,
        Map.of("notification_id", id, "channel", "email", "template", id, "thread_id", id + "-t"),
        false);
  }

  private static void send(HttpClient http, Rig rig, List<SentEvent> batch)
      throws IOException, InterruptedException {
    rig.ledger().send(batch);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "api_key",
                rig.application().key(),
                "batch",
                batch.stream().map(SentEvent::json).toList()));
    HttpRequest request =
        HttpRequest.newBuilder(rig.application().address().resolve("/batch/"))
            .POST(BodyPublishers.ofString(body, UTF_8))
            .build();
    while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) {
      Thread.sleep(300);
    }
    rig.ledger().acknowledge(batch);
  }

  /**
   * Asks for so long.
   *
   * @throws AssertionError when an answer is none of those that fit, or does not come
   */
  static void ask(ApplicationUnderTest application, Duration time) throws InterruptedException {
    Instant end = Instant.now().plus(time);
    ConcurrentLinkedQueue<String> unfit = new ConcurrentLinkedQueue<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int number = i;
        threads.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      while (Instant.now().isBefore(end) && unfit.isEmpty()) {
                        ask(http, application, number, unfit);
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    if (!unfit.isEmpty()) {
      throw new AssertionError("A wide question was answered " + unfit);
    }
  }

  private static void ask(
      HttpClient http,
      ApplicationUnderTest application,
      int number,
      ConcurrentLinkedQueue<String> unfit) {
    Instant to = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(number));
    URI uri =
        application
            .address()
            .resolve(
                "/api/v1/metrics/%s?by=template&interval=hour&from=%s&to=%s"
                    .formatted(
                        number % 2 == 0 ? "delivery-failures" : "delivery-drops",
                        to.minus(Duration.ofDays(400)),
                        to));
    try {
      HttpResponse<Void> answer =
          http.send(
              HttpRequest.newBuilder(uri)
                  .timeout(PATIENCE)
                  .header("Authorization", "Bearer " + application.token())
                  .build(),
              BodyHandlers.discarding());
      if (!FIT.contains(answer.statusCode())) {
        unfit.add(String.valueOf(answer.statusCode()));
      }
    } catch (IOException none) {
      unfit.add(none.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
