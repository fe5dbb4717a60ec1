package comms.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sender as the SDKs are: it collects events into gzipped batches and sends a batch again until
 * it is acknowledged. Unlike them it never gives up and never drops what was refused with a 5xx.
 */
final class SdkClient implements AutoCloseable {

  /** As posthog-node has it. */
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

  private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
  private static final JsonMapper JSON = new JsonMapper();

  private final URI door;
  private final String key;
  private final Load load;
  private final Stories stories;
  private final Ledger ledger;
  private final Answers answers = new Answers();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<Thread> senders = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private SdkClient(URI application, String key, Load load, Stories stories, Ledger ledger) {
    this.door = application.resolve("/batch/");
    this.key = key;
    this.load = load;
    this.stories = stories;
    this.ledger = ledger;
  }

  /** Starts to send, from all senders at once. */
  static SdkClient start(
      URI application, String key, Load load, Stories stories, Ledger ledger, long seed) {
    SdkClient client = new SdkClient(application, key, load, stories, ledger);
    for (int i = 0; i < load.senders(); i++) {
      Sender sender = client.new Sender(load.clock(i), new Random(seed + i));
      client.senders.add(Thread.ofPlatform().name("sender-" + i).start(sender));
    }
    return client;
  }

  Answers answers() {
    return answers;
  }

  /**
   * Tells the stories to their end and returns when everything is acknowledged, or the limit is
   * over.
   */
  boolean finish(Duration limit) throws InterruptedException {
    stories.end();
    Instant deadline = Instant.now().plus(limit);
    boolean finished = true;
    for (Thread sender : senders) {
      Duration left = Duration.between(Instant.now(), deadline);
      finished &= sender.join(left.isPositive() ? left : Duration.ofMillis(1));
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new AssertionError("A sender failed", cause);
    }
    return finished;
  }

  /** Breaks off: what is not acknowledged by now is not sent again. */
  @Override
  public void close() {
    senders.forEach(Thread::interrupt);
    http.shutdownNow();
  }

  /** One thread, with the events that it still has copies of to send. */
  private final class Sender implements Runnable {

    private final Duration clock;
    private final Random random;
    private final List<SentEvent> copies = new ArrayList<>();

    Sender(Duration clock, Random random) {
      this.clock = clock;
      this.random = random;
    }

    @Override
    public void run() {
      try {
        for (List<SentEvent> batch = batch(); !batch.isEmpty(); batch = batch()) {
          deliver(batch);
          if (!stories.isEnding()) {
            Thread.sleep(load.pause());
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        failure.set(e);
        throw e;
      }
    }

    private List<SentEvent> batch() {
      List<SentEvent> batch = new ArrayList<>();
      while (batch.size() < load.batch()) {
        Optional<SentEvent> next = load.copies() == 1 ? stories.next(clock) : copy();
        if (next.isEmpty()) {
          break;
        }
        batch.add(next.get());
      }
      return batch;
    }

    /** Any of the copies at hand, of which there are enough for some batches. */
    private Optional<SentEvent> copy() {
      while (copies.size() < load.batch() * load.copies() * 2) {
        Optional<SentEvent> event = stories.next(clock);
        if (event.isEmpty()) {
          break;
        }
        for (int i = 0; i < load.copies(); i++) {
          copies.add(event.get());
        }
      }
      return copies.isEmpty()
          ? Optional.empty()
          : Optional.of(copies.remove(random.nextInt(copies.size())));
    }

    private void deliver(List<SentEvent> batch) throws InterruptedException {
      HttpRequest request = request(batch);
      ledger.send(batch);
      while (!acknowledged(request)) {
        Thread.sleep(RETRY_PAUSE);
      }
      ledger.acknowledge(batch);
    }

    private boolean acknowledged(HttpRequest request) throws InterruptedException {
      Instant sent = Instant.now();
      long start = System.nanoTime();
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        answers.add(sent, response.statusCode(), Duration.ofNanos(System.nanoTime() - start));
        if (response.statusCode() / 100 == 4) {
          throw new AssertionError("SDKs drop what is refused so: " + response);
        }
        return response.statusCode() == Answers.OK;
      } catch (IOException refusedOrCut) {
        answers.addNone(sent, Duration.ofNanos(System.nanoTime() - start));
        return false;
      }
    }

    /** With the sender's time only where its clock is wrong, so that others stay exact. */
    private HttpRequest request(List<SentEvent> batch) {
      Map<String, Object> body = new TreeMap<>();
      body.put("api_key", key);
      body.put("batch", batch.stream().map(SentEvent::json).toList());
      if (load.wrongClocks()) {
        body.put("sent_at", Instant.now().plus(clock).toString());
      }
      return HttpRequest.newBuilder(door)
          .timeout(REQUEST_LIMIT)
          .header("Content-Type", "application/json")
          .header("Content-Encoding", "gzip")
          .POST(BodyPublishers.ofByteArray(zip(JSON.writeValueAsString(body))))
          .build();
    }
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
