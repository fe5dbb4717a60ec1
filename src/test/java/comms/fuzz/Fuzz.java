package comms.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends odd requests for a while, in rounds: of some it is known how many events they have, and
 * accepted + duplicates + quarantined must be as many; the others are broken anywhere. In both
 * every answer is one that a client understands, and whatever stood untouched beside something odd
 * is stored once the answer is 200. The same seed sends the same.
 */
public final class Fuzz implements AutoCloseable {

  private static final Set<Integer> ANSWERS = Set.of(200, 400, 401, 404, 413, 503);
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int ROUND = 150;
  private static final int MOST_SIBLINGS = 5;
  private static final JsonMapper JSON = new JsonMapper();

  private final URI address;
  private final String key;
  private final String token;
  private final List<SealedDoor> webhooks;
  private final Supplier<Set<String>> stored;
  private final String run = "z" + UUID.randomUUID().toString().substring(0, 8);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random;
  private final Mutations mutations;
  private final Set<String> owed = new HashSet<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private int ids;

  /**
   * For a running application that nobody else sends to.
   *
   * @param stored the idempotency keys of what is in its store
   */
  public Fuzz(
      URI address,
      String key,
      String token,
      List<SealedDoor> webhooks,
      Supplier<Set<String>> stored,
      long seed) {
    this.address = address;
    this.key = key;
    this.token = token;
    this.webhooks = webhooks;
    this.stored = stored;
    this.random = new Random(seed);
    this.mutations = new Mutations(random);
  }

  /**
   * Sends for so long and looks what became of it.
   *
   * @return how often which status was answered
   * @throws AssertionError at the first answer or count that is wrong; it shows the request
   */
  public Map<Integer, Integer> run(Duration time) throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    do {
      long before = counted();
      long sent = 0;
      for (int i = 0; i < ROUND; i++) {
        sent += sendCounted();
      }
      awaitCounts(before + sent);
      for (int i = 0; i < ROUND; i++) {
        sendBroken();
      }
      awaitStored();
    } while (System.nanoTime() < end);
    return Map.copyOf(answers);
  }

  /** Sends a request with one odd event, and says how many events were taken with it. */
  private int sendCounted() throws IOException, InterruptedException {
    Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
    List<Sample> samples = samples(shape);
    int victim = random.nextInt(samples.size());
    List<String> elements = mutations.oneOdd(samples, victim, false);
    HttpResponse<String> answer = send(shape.path(), shape.body(elements, key), shape.headers(key));
    if (answer.statusCode() != 200) {
      return 0;
    }
    owe(samples, victim);
    checkImport(shape, answer, samples.size());
    return samples.size();
  }

  private void sendBroken() throws IOException, InterruptedException {
    if (random.nextInt(3) == 0) {
      sendSealed();
      return;
    }
    Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
    List<Sample> samples = samples(shape);
    int victim = random.nextInt(samples.size());
    boolean alone = random.nextBoolean();
    List<String> elements = mutations.oneOdd(samples, victim, alone);
    String body = shape.body(elements, key);
    String sent = alone ? body : mutations.wild(body);
    HttpResponse<String> answer = send(shape.path(), sent, shape.headers(key));
    if (alone && answer.statusCode() == 200) {
      owe(samples, victim);
    }
  }

  private void sendSealed() throws IOException, InterruptedException {
    SealedDoor door = webhooks.get(random.nextInt(webhooks.size()));
    boolean several = door.path().endsWith("sendgrid");
    List<Sample> samples = new ArrayList<>();
    for (int i = several ? random.nextInt(MOST_SIBLINGS) : 0; i >= 0; i--) {
      samples.add(Sample.report(door.path(), id()));
    }
    int victim = random.nextInt(samples.size());
    boolean wild = random.nextInt(3) == 0;
    List<String> elements = mutations.oneOdd(samples, victim, false);
    String report = several ? "[" + String.join(",", elements) + "]" : elements.getFirst();
    SealedDoor.Sealed sealed = door.seal(wild ? mutations.wild(report) : report);
    HttpResponse<String> answer = send(door.path(), sealed.body(), sealed.headers());
    if (!wild && answer.statusCode() == 200) {
      owe(samples, victim);
    }
  }

  private List<Sample> samples(Shape shape) {
    List<Sample> samples = new ArrayList<>();
    for (int i = shape == Shape.SINGLE ? 0 : random.nextInt(MOST_SIBLINGS); i >= 0; i--) {
      samples.add(
          shape == Shape.WEB_PUSH ? Sample.outcome(id(), random) : Sample.event(id(), key, random));
    }
    return samples;
  }

  private String id() {
    return run + "-" + ids++;
  }

  private void owe(List<Sample> samples, int victim) {
    for (int i = 0; i < samples.size(); i++) {
      if (i != victim) {
        owed.add(samples.get(i).key());
      }
    }
  }

  private HttpResponse<String> send(String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    boolean inAddress = path.endsWith("=");
    if (inAddress && body.length() > 6_000) {
      return send("/batch", "", headers);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(inAddress ? path + escaped(body) : path))
            .timeout(LIMIT);
    headers.forEach(request::header);
    request =
        inAddress
            ? request.GET()
            : request.POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)));
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    answers.merge(answer.statusCode(), 1, Integer::sum);
    if (!ANSWERS.contains(answer.statusCode())) {
      throw new AssertionError(
          "%s was answered %d %s:%n%s"
              .formatted(path, answer.statusCode(), answer.body(), encoded(body)));
    }
    return answer;
  }

  private static String escaped(String body) {
    return body.replaceAll("[^\\w%+.~-]", "");
  }

  /** The body so that it can be sent again. */
  private static String encoded(String body) {
    return body.chars().allMatch(c -> c >= ' ' && c < 127) && body.length() < 4_000
        ? body
        : "base64 " + Base64.getEncoder().encodeToString(body.getBytes(ISO_8859_1));
  }

  private static void checkImport(Shape shape, HttpResponse<String> answer, int lines) {
    if (shape == Shape.IMPORT) {
      JsonNode last = JSON.readTree(answer.body().lines().toList().getLast());
      int read = last.path("read").asInt();
      int kept = last.path("accepted").asInt() + last.path("quarantined").asInt();
      if (read != lines || kept != lines || !last.path("done").asBoolean()) {
        throw new AssertionError(lines + " lines became " + answer.body());
      }
    }
  }

  private void awaitCounts(long expected) {
    await()
        .atMost(LIMIT)
        .failFast("more events were counted than sent", () -> counted() > expected)
        .untilAsserted(
            () -> {
              long counted = counted();
              if (counted != expected) {
                throw new AssertionError(expected + " were sent, " + counted + " are counted");
              }
            });
  }

  /** Also until nothing is on its way, so that the next round counts from here. */
  private void awaitStored() {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> {
              if (pipeline().path("journal").path("backlog_events").asLong() > 0) {
                throw new AssertionError("The journal is not empty");
              }
              Collection<String> missing = new HashSet<>(owed);
              missing.removeAll(stored.get());
              if (!missing.isEmpty()) {
                throw new AssertionError("Not stored: " + missing);
              }
            });
  }

  private long counted() throws IOException, InterruptedException {
    return pipeline()
        .path("counts")
        .valueStream()
        .filter(
            count ->
                Set.of("accepted", "duplicate", "quarantined")
                    .contains(count.path("outcome").asString()))
        .mapToLong(count -> count.path("n").asLong())
        .sum();
  }

  private JsonNode pipeline() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address.resolve("/api/v1/pipeline"))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError("The pipeline answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
