package comms.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application's API says: the figures of its metrics, and what lies in quarantine. */
final class ShownFigures implements AutoCloseable {

  private static final List<String> QUESTIONS =
      List.of(
          "contact-share?",
          "chat-to-contract?",
          "first-response-time?",
          "dispute-rate?",
          "dispute-outcomes?",
          "dispute-nps?",
          "ws-latency?by=delivery_channel&",
          "delivery-failures?",
          "delivery-drops?");
  private static final List<String> FIELDS =
      List.of("value", "numerator", "denominator", "samples");
  private static final int PAGE = 1000;
  private static final JsonMapper JSON = new JsonMapper();

  private final ApplicationUnderTest application;
  private final HttpClient http = HttpClient.newHttpClient();

  ShownFigures(ApplicationUnderTest application) {
    this.application = application;
  }

  /**
   * Every figure over the time of all stories, named by metric, key, statistic and field. Whole
   * hours are asked about, since those are counted from the rollup.
   */
  Map<String, Double> all() throws IOException, InterruptedException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    String range =
        "interval=total&from=%s&to=%s"
            .formatted(now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(1)));
    Map<String, Double> figures = new TreeMap<>();
    for (String question : QUESTIONS) {
      JsonNode answer = get("/api/v1/metrics/" + question + range);
      for (JsonNode series : answer.get("series")) {
        add(answer.get("metric").asString(), series, figures);
      }
    }
    return figures;
  }

  /** What is in quarantine, as text. */
  List<String> quarantined() throws IOException, InterruptedException {
    List<String> contents = new ArrayList<>();
    while (true) {
      JsonNode page = get("/api/v1/quarantine?limit=" + PAGE + "&offset=" + contents.size());
      page.get("items").forEach(item -> contents.add(item.get("content").toString()));
      if (page.get("items").size() < PAGE) {
        return contents;
      }
    }
  }

  private static void add(String metric, JsonNode series, Map<String, Double> figures) {
    StringBuilder name = new StringBuilder(metric);
    series
        .get("key")
        .properties()
        .forEach(
            entry ->
                name.append(" {%s=%s}".formatted(entry.getKey(), entry.getValue().asString())));
    name.append(' ').append(series.get("stat").asString());
    for (String field : FIELDS) {
      JsonNode value = series.get("total").get(field);
      if (!value.isNull()) {
        figures.put(name + " " + field, value.asDouble());
      }
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    URI address = application.address().resolve(path);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + application.token())
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
