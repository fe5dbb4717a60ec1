package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import comms.clickhouse.WithStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first half hour of a new installation, through every layer, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore(fresh = true)
class RealDashboardIT {

  @LocalServerPort private int port;

  @Test
  void fillsFromTheFirstEventOn() throws Exception {
    try (Visitor visitor = new Visitor(port).enter("")) {
      Page page = visitor.page();

      // The address comes from the browser, so the command is there before what it says.
      Locator command = page.locator(".empty-store pre");
      assertThat(command).isVisible();
      assertThat(command).containsText("curl http://localhost:" + port + "/");
      assertThat(send(command.innerText())).isEqualTo(200);
      assertThat(page.locator("#contact-share .headline-value")).hasText("0%");
      assertThat(page.locator(".empty-store")).isHidden();
      assertThat(page.locator(".demo-banner")).isHidden();
      assertThat(visitor.problems()).isEmpty();
    }
  }

  /** Sends what the command that a newcomer pastes would send. */
  private static int send(String command) throws Exception {
    String address = command.split(" ")[1];
    String body = command.substring(command.indexOf('{'), command.lastIndexOf('}') + 1);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
