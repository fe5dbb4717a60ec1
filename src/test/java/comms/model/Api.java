package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of a running application: events in, figures out. */
record Api(URI address, String key, String token) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** Sends a batch as the SDKs do; every one of its elements is answered for by the 200. */
  void send(List<?> batch, boolean zipped) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("api_key", key);
    body.put("batch", batch);
    byte[] bytes = JSON.writeValueAsBytes(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(zipped ? "/batch/" : "/batch"))
            .header("Content-Type", "application/json");
    if (zipped) {
      request.header("Content-Encoding", "gzip");
    }
    HttpResponse<String> response =
        answer(request.POST(BodyPublishers.ofByteArray(zipped ? zip(bytes) : bytes)).build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  JsonNode metric(Question question) {
    return get(path(question));
  }

  /** What is written behind the address to ask the question. */
  static String path(Question question) {
    List<String> parameters = new ArrayList<>();
    parameters.add("from=" + encoded(question.range().from().toString()));
    parameters.add("to=" + encoded(question.range().to().toString()));
    parameters.add("interval=" + question.interval());
    question.by().forEach(dimension -> parameters.add("by=" + dimension));
    question
        .filters()
        .forEach(
            (dimension, values) ->
                values.forEach(
                    value -> parameters.add("filter." + dimension + "=" + encoded(value))));
    if (question.everyReply()) {
      parameters.add("scope=all");
    }
    return "/api/v1/metrics/" + question.metric().id() + "?" + String.join("&", parameters);
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

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
