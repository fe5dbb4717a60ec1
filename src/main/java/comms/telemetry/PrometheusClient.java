package comms.telemetry;

import comms.telemetry.TelemetrySettings.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The HTTP API of one Prometheus server. Everything that goes wrong is a {@link PrometheusFailure};
 * redirects are none of it, since they would take the credentials elsewhere.
 */
class PrometheusClient {

  private final Address address;
  private final int longestAnswer;
  private final RestClient http;

  PrometheusClient(Server server, Address address, TelemetrySettings settings) {
    this.address = address;
    this.longestAnswer = Math.toIntExact(settings.maxAnswer().toBytes());
    this.http =
        RestClient.builder()
            .requestFactory(requests(settings.timeout()))
            .defaultHeaders(headers -> authenticate(headers, server))
            .build();
  }

  private static JdkClientHttpRequestFactory requests(Duration timeout) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build());
    requests.setReadTimeout(timeout);
    return requests;
  }

  private static void authenticate(HttpHeaders headers, Server server) {
    String token = server.token();
    String user = server.user();
    if (token != null && !token.isBlank()) {
      headers.setBearerAuth(token.strip());
    } else if (user != null && !user.isBlank()) {
      headers.setBasicAuth(user, Objects.requireNonNullElse(server.password(), ""));
    }
  }

  /** The server's own time, by which it stamps its samples. */
  Instant now() {
    List<PrometheusAnswer.Series> answer = query("vector(time())", null, "vector");
    PrometheusAnswer.Point value = answer.isEmpty() ? null : answer.getFirst().value();
    if (value == null) {
      throw new PrometheusFailure("does not tell its time");
    }
    return Instant.ofEpochMilli(Math.round(value.sample().value() * 1000));
  }

  /** The samples as they were scraped, from one moment to just before another. */
  List<RawSeries> samples(String selector, Instant from, Instant to) {
    // Older servers include both ends of a range, newer ones leave out its start.
    Instant end = to.minusMillis(1);
    long range = Duration.between(from, end).toMillis() + 1;
    return PrometheusAnswer.raw(query("%s[%dms]".formatted(selector, range), end, "matrix"));
  }

  /** The answer to a query at a moment, or now. */
  List<PrometheusAnswer.Series> query(String query, @Nullable Instant at, String resultType) {
    if (address.api() == null) {
      throw new PrometheusFailure("has no address that is an HTTP URL");
    }
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("query", query);
    if (at != null) {
      form.add("time", at.toString());
    }
    try {
      byte[] body =
          http.post()
              .uri(address.api() + "/api/v1/query")
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .accept(MediaType.APPLICATION_JSON)
              .body(form)
              .exchangeForRequiredValue((_, response) -> body(response));
      return PrometheusAnswer.read(body, resultType);
    } catch (ResourceAccessException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      String said = cause.getMessage() == null ? "" : ", " + cause.getMessage();
      throw new PrometheusFailure("does not answer: " + cause.getClass().getSimpleName() + said, e);
    }
  }

  private byte[] body(ClientHttpResponse response) throws IOException {
    try (InputStream content = response.getBody()) {
      byte[] body = content.readNBytes(longestAnswer + 1);
      if (!response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
        throw new PrometheusFailure(
            "answers " + response.getStatusCode().value() + PrometheusAnswer.refusal(body));
      }
      if (body.length > longestAnswer) {
        throw new PrometheusFailure("answers with more than is read at once");
      }
      return body;
    }
  }
}
