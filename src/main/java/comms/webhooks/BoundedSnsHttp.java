package comms.webhooks;

import comms.ingestion.Refusal;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks within a time and a length, and follows nobody elsewhere. */
@Component
class BoundedSnsHttp implements SnsHttp {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int MOST = 64 * 1024;
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIME)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public byte[] get(SnsAddress address) {
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(
            HttpRequest.newBuilder(address.uri()).timeout(TIME).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
    try {
      HttpResponse<byte[]> answer = asked.get(TIME.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() != OK) {
        throw noAnswer(null);
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noAnswer(e);
    } catch (ExecutionException | TimeoutException e) {
      throw noAnswer(e);
    } finally {
      asked.cancel(true);
    }
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }

  private static Refusal noAnswer(@Nullable Exception cause) {
    String sentence = "Amazon SNS does not answer; please send the message again.";
    return cause == null
        ? new Refusal(Refusal.Kind.UNAVAILABLE, sentence)
        : new Refusal(Refusal.Kind.UNAVAILABLE, sentence, cause);
  }
}
