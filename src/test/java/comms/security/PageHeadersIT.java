package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser is told about a page by a real server, whose pages are forwarded to. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStore
class PageHeadersIT {

  @LocalServerPort private int port;

  @Test
  void loginPageCarriesTheSecurityHeaders() throws Exception {
    HttpHeaders headers = get("/login").headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cache-Control"))
        .hasValueSatisfying(caching -> assertThat(caching).contains("no-store"));
  }

  @Test
  void pagesOfTheDashboardLeadToTheLogin() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .header("Accept", "text/html")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
