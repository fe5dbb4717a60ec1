package comms.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * What stands between the application and the store, and loses answers: an insert goes through, is
 * stored, and the connection is cut before the store's answer comes back. It can also have the
 * store refuse for good whatever contains a certain text, as a store does with a value that it
 * cannot read.
 */
final class CuttingProxy implements AutoCloseable {

  private static final Pattern INSERT = Pattern.compile("\\s*insert\\s+into\\b");
  private static final Pattern INTO_QUARANTINE =
      Pattern.compile("\\s*insert\\s+into\\s+(`?comms`?\\.)?`?quarantine\\b");
  private static final int STATEMENT_START = 4000;

  /** These the client or the server sets by itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final byte[] REFUSAL =
      "Code: 27. DB::Exception: Cannot parse input: expected '\\t' before: 'poison'. (CANNOT_PARSE_INPUT_ASSERTION_FAILED)\n"
          .getBytes(UTF_8);

  static {
    // Otherwise every answer waits for the acknowledgement of its first part.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final URI store;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong cuts = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();
  private volatile double cutShare;
  private volatile String poison = "";

  CuttingProxy(String storeUrl) throws IOException {
    store = URI.create(storeUrl);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Cuts that share of the inserts from now on, 0 for none. */
  void cut(double share) {
    cutShare = share;
  }

  /** Refuses inserts that contain the text, but those into quarantine, from now on. */
  void refuse(String text) {
    poison = text;
  }

  long cuts() {
    return cuts.get();
  }

  long refusals() {
    return refusals.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String statement = statement(exchange.getRequestURI(), body);
      boolean insert = INSERT.matcher(statement).lookingAt();
      if (insert && isPoisoned(statement, body)) {
        refusals.incrementAndGet();
        exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", "27");
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(400, REFUSAL.length);
        exchange.getResponseBody().write(REFUSAL);
        return;
      }
      HttpResponse<InputStream> answer = forward(exchange, body);
      try (InputStream content = answer.body()) {
        if (insert && ThreadLocalRandom.current().nextDouble() < cutShare) {
          content.readAllBytes();
          cuts.incrementAndGet();
          return; // Closed without an answer.
        }
        answerWith(exchange, answer, content);
      }
    }
  }

  private boolean isPoisoned(String statement, byte[] body) {
    String text = poison;
    return !text.isEmpty()
        && !INTO_QUARANTINE.matcher(statement).lookingAt()
        && new String(body, ISO_8859_1).contains(text);
  }

  /** The beginning of the statement, which stands in the address or opens the body. */
  private static String statement(URI uri, byte[] body) {
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith("query=")) {
        return parameter.substring("query=".length()).toLowerCase(Locale.ROOT);
      }
    }
    return new String(body, 0, Math.min(body.length, STATEMENT_START), ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }

  private HttpResponse<InputStream> forward(HttpExchange exchange, byte[] body) throws IOException {
    URI asked = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(store.resolve(asked.toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answerWith(
      HttpExchange exchange, HttpResponse<InputStream> answer, InputStream content)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(answer.statusCode(), 0);
    content.transferTo(exchange.getResponseBody());
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
