package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import comms.telemetry.TelemetrySettings.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that answers as servers should not. */
class PrometheusClientTest {

  private static final Instant FROM = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant TO = Instant.parse("2026-01-05T10:01:00Z");

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> received = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void readsSamplesAsTheyWereScraped() {
    answer(
        200,
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"__name__":"x_bucket","le":"+Inf"},
           "values":[[1435781430.781,"24054"],[1435781445.781,"NaN"],[1435781460.781,"+Inf"]]}]},
         "infos":["something new"]}""");

    assertThat(samples())
        .containsExactly(
            new RawSeries(
                Map.of("__name__", "x_bucket", "le", "+Inf"),
                List.of(
                    new Sample(1435781430781L, 24054),
                    new Sample(1435781445781L, Double.NaN),
                    new Sample(1435781460781L, Double.POSITIVE_INFINITY))));
    assertThat(received.getFirst())
        .contains("query=x%5B60000ms%5D")
        .contains("time=2026-01-05T10%3A00%3A59.999Z");
  }

  @Test
  void readsNativeHistogramsAsClassicOnes() {
    answer(
        200,
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"__name__":"x","instance":"a"},"histograms":[[1435781430.781,
            {"count":"10","sum":"55.5",
             "buckets":[[3,"-0.001","0.001","1"],[0,"1","2","4"],[0,"4","8","5"]]}]]},
          {"metric":{"__name__":"x","instance":"b"},"histograms":[[1435781430.781,
            {"count":"1","sum":"3"}]]},
          {"metric":{"__name__":"x_bucket","instance":"b","le":"+Inf"},
           "values":[[1435781430.781,"1"]]}]}}""");

    List<RawSeries> samples = samples();
    assertThat(samples.stream().filter(series -> "b".equals(series.labels().get("instance"))))
        .extracting(series -> series.labels().get("__name__"), series -> series.samples().size())
        .containsOnly(tuple("x", 0), tuple("x_bucket", 1));
    assertThat(first(samples, "x_count", "")).isEqualTo(10);
    assertThat(first(samples, "x_sum", "")).isEqualTo(55.5);
    assertThat(first(samples, "x_bucket", "1.0")).isEqualTo(1);
    assertThat(first(samples, "x_bucket", "2.0")).isEqualTo(5);
    assertThat(first(samples, "x_bucket", "4.0")).isEqualTo(5);
    assertThat(first(samples, "x_bucket", "8.0")).isEqualTo(10);
    assertThat(first(samples, "x_bucket", "65536.0")).isEqualTo(10);
    assertThat(first(samples, "x_bucket", "Infinity")).isEqualTo(10);
  }

  private static double first(List<RawSeries> all, String name, String bound) {
    return all.stream()
        .filter(series -> name.equals(series.labels().get("__name__")))
        .filter(series -> bound.equals(series.labels().getOrDefault("le", "")))
        .map(series -> series.samples().getFirst().value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsTheServersTime() {
    answer(
        200,
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{},"value":[1435781430.781,"1435781430.781"]}]}}""");

    assertThat(client().now()).isEqualTo(Instant.ofEpochMilli(1435781430781L));
  }

  @Test
  void saysWhatARefusalSays() {
    answer(
        422, "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}");
    assertFails("answers 422: too many samples");
  }

  @Test
  void sayWhichStatusCameInstead() {
    answer(401, "<html>Who are you?</html>");
    assertFails("answers 401");
    answer(503, "");
    assertFails("answers 503");
    answer(302, "");
    assertFails("answers 302");
    answer(204, "");
    assertFails("answers 204");
  }

  @Test
  void refusesWhatIsNoAnswer() {
    for (String malformed :
        List.of(
            "",
            "hello",
            "<html></html>",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}} more",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":{\"a\":1}}}")) {
      answer(200, malformed);
      assertFails("no complete JSON");
    }
    answer(200, "null");
    assertFails("answers with nothing");
    answer(200, "{\"status\":\"success\"}");
    assertFails("something else than a matrix");
    answer(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[]}}");
    assertFails("something else than a matrix");
    answer(200, matrix("[[1,\"many\"]]"));
    assertFails("no number");
    answer(200, matrix("[[1]]"));
    assertFails("without a value");
  }

  @Test
  void refusesHalfAnAnswer() {
    answer(
        200,
        """
        {"status":"success","warnings":["a store is away"],
         "data":{"resultType":"matrix","result":[]}}""");
    assertFails("in part only: a store is away");
  }

  @Test
  void noticesABodyThatIsCutOff() {
    handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          throw new IOException("the wire is cut");
        });
    assertFails("does not answer");
  }

  @Test
  void doesNotWaitForEver() {
    handle(
        exchange -> {
          await();
          exchange.close();
        });
    assertFails("does not answer");
    handle(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
          exchange.close();
        });
    assertFails("does not answer");
  }

  @Test
  void readsNoMoreThanItMay() {
    answer(200, "x".repeat(70_000));
    assertFails("more than is read at once");
  }

  @Test
  void namesWhatCannotBeReached() {
    String unused = "http://someone:secret@127.0.0.1:" + server.getAddress().getPort();
    server.stop(0);
    assertThatThrownBy(() -> at(unused, null, null).now())
        .isInstanceOf(PrometheusFailure.class)
        .hasMessageContaining("ConnectException")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> at("prometheus:9090", null, null).now())
        .isInstanceOf(PrometheusFailure.class)
        .hasMessage("has no address that is an HTTP URL");
    assertThatThrownBy(() -> at("http://some one:secret@x", null, null).now())
        .isInstanceOf(PrometheusFailure.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void showsWhoAsks() {
    handle(
        exchange -> {
          String shown = exchange.getRequestHeaders().getFirst("Authorization");
          send(exchange, 200, matrix("[[1,\"2\"]]").replace("x_bucket", String.valueOf(shown)));
        });
    assertThat(asks(at(url(), "s3cret", null))).isEqualTo("Bearer s3cret");
    assertThat(asks(at(url(), null, "me"))).isEqualTo("Basic bWU6cGFzcw==");
    assertThat(asks(at(url(), null, null))).isEqualTo("null");
  }

  private static String asks(PrometheusClient client) {
    return client.samples("x", FROM, TO).getFirst().labels().getOrDefault("__name__", "");
  }

  private static String matrix(String values) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
        + "{\"metric\":{\"__name__\":\"x_bucket\"},\"values\":"
        + values
        + "}]}}";
  }

  private void assertFails(String message) {
    assertThatThrownBy(this::samples)
        .isInstanceOf(PrometheusFailure.class)
        .hasMessageContaining(message);
  }

  private List<RawSeries> samples() {
    return client().samples("x", FROM, TO);
  }

  private PrometheusClient client() {
    return at(url(), null, null);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static PrometheusClient at(String url, @Nullable String token, @Nullable String user) {
    Server configured = new Server(null, url, null, token, user, "pass");
    return new PrometheusClient(configured, Address.of(configured), TestSettings.of());
  }

  private void answer(int status, String body) {
    handle(exchange -> send(exchange, status, body));
  }

  private void handle(HttpHandler handler) {
    try {
      server.removeContext("/");
    } catch (IllegalArgumentException _) {
      // The first of the test.
    }
    server.createContext("/", handler);
  }

  private void send(HttpExchange exchange, int status, String body) throws IOException {
    received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "http://localhost:1/");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
