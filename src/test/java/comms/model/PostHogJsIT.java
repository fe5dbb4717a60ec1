package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import comms.dashboard.Chromium;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified posthog-js sends events from a page of another origin in a real browser. */
class PostHogJsIT {

  @TempDir private Path directory;

  @Test
  void whatItSendsAppearsInTheMetrics() throws Exception {
    Path packages = NodePackages.installed();
    HttpServer server = serve(packages);
    try (RunningApplication application =
            RunningApplication.start(directory.resolve("data"), "UTC");
        BrowserContext context = Chromium.shared().newContext()) {
      Api api = application.api();
      List<String> complaints = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/page.html");
      page.waitForFunction("() => window.ready");
      page.evaluate(
          "([address, key]) => window.start(address, key)",
          List.of(api.address().toString(), api.key()));
      for (Marketplace.Occurrence occurrence : Marketplace.random().occurrences()) {
        page.evaluate(
            "([name, properties]) => { window.client.capture(name, properties); }",
            List.of(occurrence.name(), occurrence.properties()));
      }
      Marketplace.awaitFigures(api);
      assertThat(complaints).isEmpty();
      assertThat(application.log()).doesNotContain(TrafficGenerator.CANARY);
    } finally {
      server.stop(0);
    }
  }

  /** A page and the SDK beside it, as a marketplace would serve them. */
  private static HttpServer serve(Path packages) throws IOException {
    Map<String, Path> files =
        Map.of(
            "/page.html", packages.resolve("page.html"),
            "/posthog.js", packages.resolve("node_modules/posthog-js/dist/module.no-external.js"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = files.get(exchange.getRequestURI().getPath());
          byte[] body = file == null ? new byte[0] : Files.readAllBytes(file);
          boolean script = exchange.getRequestURI().getPath().endsWith(".js");
          exchange
              .getResponseHeaders()
              .add("Content-Type", script ? "text/javascript" : "text/html");
          exchange.sendResponseHeaders(
              file == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
