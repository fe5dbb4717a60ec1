package comms.sentry;

import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Sentry's HTTP API, within a time and a length, and follows nobody elsewhere. */
@Component
class SentryClient {

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int OK = 200;

  private final SentrySettings settings;
  private final JsonMapper mapper;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIME)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  SentryClient(SentrySettings settings, JsonMapper mapper) {
    this.settings = settings;
    this.mapper = mapper;
  }

  /**
   * The issues that a search finds, seen last first.
   *
   * @throws SentrySilent when Sentry does not answer as it should
   */
  List<Issue> issues(String query) {
    byte[] body = answer(request(query));
    try {
      JsonNode list = mapper.readTree(body);
      if (!list.isArray()) {
        throw new SentrySilent("Sentry answers with something else than issues");
      }
      return list.valueStream().map(SentryClient::issue).toList();
    } catch (JacksonException | DateTimeException | NumberFormatException e) {
      throw new SentrySilent("Sentry answers with something else than issues", e);
    }
  }

  private HttpRequest request(String query) {
    String project =
        Optional.ofNullable(settings.project())
            .filter(name -> !name.isBlank())
            .map(name -> "&project=" + encoded(name.strip()))
            .orElse("");
    URI address =
        URI.create(
            settings.issues().orElseThrow()
                + "?query="
                + encoded(query)
                + project
                + "&sort=date&limit=25");
    try {
      return HttpRequest.newBuilder(address)
          .timeout(TIME)
          .header("Authorization", "Bearer " + String.valueOf(settings.token()).strip())
          .header("Accept", "application/json")
          .build();
    } catch (IllegalArgumentException _) {
      // It repeats the header, which is why it is not passed on.
      throw new SentrySilent("The token cannot be sent to Sentry");
    }
  }

  private byte[] answer(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      HttpResponse<byte[]> answer = asked.get(TIME.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != OK) {
        throw new SentrySilent("Sentry answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SentrySilent("Sentry was not waited for", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new SentrySilent("Sentry does not answer", e);
    } finally {
      asked.cancel(true);
    }
  }

  private static Issue issue(JsonNode sent) {
    return new Issue(
        sent.path("title").asString(""),
        Instant.parse(sent.path("firstSeen").asString("")),
        Instant.parse(sent.path("lastSeen").asString("")),
        Long.parseLong(sent.path("count").asString("")),
        sent.path("permalink").asString(""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
