package comms.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Sentry with one open issue, which answers only what its documentation says. */
public final class SentryStub implements AutoCloseable {

  public static final String ORGANIZATION = "acme";
  public static final String TOKEN = "sntrys_test";

  static final String ISSUES =
      """
      [{"id":"1","shortId":"A-1","title":"SMTP: connection refused","culprit":"mail.send",
        "permalink":"https://acme.sentry.io/issues/1/","count":"42","userCount":7,
        "firstSeen":"2026-01-05T10:00:00Z","lastSeen":"2026-01-06T10:00:00.123456Z",
        "level":"error","status":"unresolved","project":{"id":"7","slug":"chat","name":"Chat"}}]""";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String body = ISSUES;

  public SentryStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its base address. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** What it answers from now on. */
  public void answers(String answer) {
    body = answer;
  }

  /** The questions that it was asked. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
    boolean authorised =
        ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean known =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getPath().equals("/api/0/organizations/acme/issues/");
    byte[] answer = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(!authorised ? 401 : known ? 200 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
