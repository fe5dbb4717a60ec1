package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import comms.clickhouse.WithStore;
import comms.demo.DemoData;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first half hour of a new installation, through every layer, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore(fresh = true)
class RealDashboardIT {

  private static final double PATIENCE_MILLIS = 60_000;

  @LocalServerPort private int port;
  @Autowired private DemoData demoData;

  private final List<String> problems = new ArrayList<>();

  @Test
  void fillsFromTheFirstEventOn() throws Exception {
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Chromium.NO_DOWNLOAD));
        Browser browser = Chromium.launch(playwright);
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setLocale("en"))) {
      Page page = login(context);

      // It is on the page before it is shown; what is hidden has no text.
      Locator shown = page.locator(".empty-store pre");
      shown.waitFor();
      String command = shown.innerText();
      assertThat(command).startsWith("curl http://localhost:" + port + "/");
      assertThat(send(command)).isEqualTo(200);
      assertThat(page.locator("#contact-share .headline-value")).hasText("0%", patiently());
      assertThat(page.locator(".empty-store")).isHidden();
      assertThat(page.locator(".demo-banner")).isHidden();

      demoData.load();
      assertFilled(page, "", 10);
      assertThat(page.locator(".demo-banner")).isVisible();
      assertFilled(page, "product", 6);
      assertFilled(page, "delivery", 4);
      assertThat(page.locator(".waterfall")).hasCount(3);
      assertThat(problems).isEmpty();
    }
  }

  private Page login(BrowserContext context) {
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(this::note);
    page.onPageError(problems::add);
    page.navigate(address(""));
    page.waitForURL("**/login");
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill(WithStore.ADMIN_PASSWORD);
    page.locator("vaadin-button[theme~=submit]").click();
    page.locator(".dashboard").waitFor();
    return page;
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

  private void assertFilled(Page page, String view, int cards) {
    page.navigate(address(view));
    assertThat(page.locator(".card .sample, .card .notes")).hasCount(cards, countPatiently());
    assertThat(page.locator(".skeleton, .card-problem, .card-empty")).hasCount(0);
    for (Locator figure : page.locator(".headline-value").all()) {
      assertThat(figure.innerText()).as("a figure of /" + view).matches(".*\\d.*");
    }
  }

  private void note(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      problems.add(message.text() + " " + message.location());
    }
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
  }

  private static LocatorAssertions.HasCountOptions countPatiently() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS);
  }

  private String address(String path) {
    return "http://localhost:" + port + "/" + path;
  }
}
