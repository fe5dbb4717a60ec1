package comms.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import comms.ingestion.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedSnsHttpTest {

  private final BoundedSnsHttp http = new BoundedSnsHttp();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/moved")) {
            exchange.getResponseHeaders().add("Location", "/short");
          }
          byte[] body = new byte[path.equals("/long") ? 65 * 1024 : 1024];
          int status =
              switch (path) {
                case "/moved" -> 302;
                case "/missing" -> 404;
                default -> 200;
              };
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    http.close();
    server.stop(0);
  }

  @Test
  void readsWhatIsShort() {
    assertThat(get("/short")).hasSize(1024);
  }

  @Test
  void followsNobodyReadsNothingLongAndTakesNoErrorForAnAnswer() {
    for (String path : new String[] {"/moved", "/long", "/missing"}) {
      assertThatThrownBy(() -> get(path))
          .as(path)
          .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
    }
  }

  @Test
  void asksToComeAgainWhenNobodyIsThere() {
    server.stop(0);
    assertThatThrownBy(() -> get("/short"))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
  }

  private byte[] get(String path) {
    return http.get(
        new SnsAddress(URI.create("http://localhost:" + server.getAddress().getPort() + path)));
  }
}
