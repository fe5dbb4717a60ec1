package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of a running application: events in, figures out. */
record Api(URI address, String key, String token) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** Sends a batch as the SDKs do; every one of its elements is answered for by the 200. */
  void send(List<?> batch, boolean zipped) {
    send(
        Delivery.batch(batch),
        zipped ? new Door("/batch/", Door.Writing.GZIP) : new Door("/batch", Door.Writing.PLAIN));
  }

  /** Sends it through the door; every one of its elements is answered for by the 200. */
  void send(Delivery delivery, Door door) {
    byte[] json = JSON.writeValueAsBytes(delivery.body(key));
    HttpResponse<String> response = answer(door.request(address, json));
    assertThat(response.statusCode()).as(door + ": " + response.body()).isEqualTo(200);
  }

  JsonNode metric(Question question) {
    return get(path(question));
  }

  /** What is written behind the address to ask the question. */
  static String path(Question question) {
    List<String> parameters = new ArrayList<>();
    parameters.add("from=" + encoded(question.from()));
    parameters.add("to=" + encoded(question.to()));
    parameters.add("interval=" + question.interval());
    if (!question.by().isEmpty()) {
      parameters.add("by=" + String.join(",", question.by()));
    }
    question
        .filters()
        .forEach(
            (dimension, values) ->
                values.forEach(
                    value -> parameters.add("filter." + dimension + "=" + encoded(value))));
    if (question.everyReply()) {
      parameters.add("scope=all");
    }
    if (question.window() != null) {
      parameters.add("window=" + question.window());
    }
    return "/api/v1/metrics/" + question.metric().id() + "?" + String.join("&", parameters);
  }

  /** The same question's answer as CSV. */
  String csv(Question question) {
    return text(path(question).replace("?", ".csv?"));
  }

  /** The body of a 200. */
  String text(String path) {
    HttpResponse<String> response =
        answer(
            HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build());
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return response.body();
  }

  /** Waits until what was acknowledged is stored. */
  void awaitStored() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> get("/api/v1/pipeline").at("/journal/backlog_events").asLong(-1) == 0);
  }

  JsonNode get(String path) {
    return JSON.readTree(text(path));
  }

  private static HttpResponse<String> answer(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
