package comms.sentry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
class SentryOpenIssues implements OpenIssues {

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_QUESTIONS = 100;
  private static final int OK = 200;

  private final SentrySettings settings;
  private final JsonMapper mapper;
  private final LoadingCache<String, List<Issue>> issues;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIME)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  SentryOpenIssues(SentrySettings settings, JsonMapper mapper) {
    this.settings = settings;
    this.mapper = mapper;
    this.issues =
        Caffeine.newBuilder().maximumSize(MOST_QUESTIONS).expireAfterWrite(KEPT).build(this::ask);
  }

  @Override
  public boolean configured() {
    return settings.issues().isPresent();
  }

  @Override
  public List<Issue> tagged(Collection<String> channels) {
    String tag = channels.isEmpty() ? "has:channel" : ChannelQuery.of(new TreeSet<>(channels));
    return issues.get("is:unresolved " + tag);
  }

  private List<Issue> ask(String query) {
    byte[] body = answer(request(query));
    try {
      JsonNode list = mapper.readTree(body);
      if (!list.isArray()) {
        throw new SentrySilent("Sentry answers with something else than issues");
      }
      return list.valueStream().map(SentryOpenIssues::issue).toList();
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
    return HttpRequest.newBuilder(address)
        .timeout(TIME)
        .header("Authorization", "Bearer " + String.valueOf(settings.token()).strip())
        .header("Accept", "application/json")
        .build();
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
