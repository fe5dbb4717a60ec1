package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import comms.ingestion.DoorParts;
import comms.ingestion.Event;
import comms.ingestion.KeptInMemory;
import comms.ingestion.Source;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The doors over real HTTP, with a journal in memory behind them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = DoorIT.Doors.class)
class DoorIT {

  @Configuration(proxyBeanMethods = false)
  @Import(DoorParts.class)
  @ComponentScan(
      basePackageClasses = CaptureController.class,
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = QuarantineController.class))
  static class Doors {}

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String contract = UUID.randomUUID().toString();

  @LocalServerPort int port;
  @Autowired KeptInMemory journal;
  @Autowired MeterRegistry registry;

  @AfterEach
  void openTheJournal() {
    journal.full(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/batch", "/capture", "/track", "/engage", "/e", "/i/v0/e"})
  void everyDoorAnswersWithAndWithoutSlash(String door) throws Exception {
    assertOk(post(door, batch()));
    assertOk(post(door + "/", batch()));
    assertThat(accepted()).hasSize(2);
  }

  @Test
  void takesABareArrayWithTheKeyInItsEvents() throws Exception {
    assertOk(
        post(
            "/e/?ip=0&ver=1.260.0",
            """
            [{"event":"contract_started","offset":570,"properties":
              {"token":"phc_test","distinct_id":"u1","contract_id":"%s","$lib":"web"}}]"""
                .formatted(contract)));
    assertThat(accepted()).singleElement().extracting(Event::source).isEqualTo(Source.BROWSER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_key", "token", "$token"})
  void takesASingleEvent(String key) throws Exception {
    assertOk(
        post(
            "/capture/",
            """
            {"%s":"phc_test","event":"contract_started","distinct_id":"u1",
             "properties":{"contract_id":"%s"}}"""
                .formatted(key, contract)));
    assertThat(accepted()).singleElement().extracting(Event::source).isEqualTo(Source.BACKEND);
  }

  @Test
  void anOriginMeansABrowser() throws Exception {
    HttpResponse<String> answer =
        send(request("/e/").header("Origin", "https://app.test"), batch().getBytes(UTF_8));
    assertOk(answer);
    assertThat(accepted()).singleElement().extracting(Event::source).isEqualTo(Source.BROWSER);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://app.test");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
        .hasValue("Retry-After");
  }

  @Test
  void unpacksGzipWhateverTheHeadersSay() throws Exception {
    byte[] body = gzip(batch());
    assertOk(send(request("/e/").header("Content-Type", "text/plain"), body));
    assertOk(
        send(
            request("/batch")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip"),
            body));
    assertOk(send(request("/e/?compression=gzip-js").header("Content-Type", "text/plain"), body));
    assertThat(accepted()).hasSize(3);
  }

  @Test
  void takesPlainJsonThatIsAnnouncedAsGzip() throws Exception {
    assertOk(send(request("/batch").header("Content-Encoding", "gzip"), batch().getBytes(UTF_8)));
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void takesFormsAroundBase64() throws Exception {
    assertOk(form("/e/?compression=base64", base64(batch().getBytes(UTF_8))));
    assertOk(form("/e/", base64(gzip(batch()))));
    assertOk(form("/e/", batch()));
    assertThat(accepted()).hasSize(3);
  }

  @Test
  void takesRawBase64() throws Exception {
    assertOk(post("/e/", base64(batch().getBytes(UTF_8))));
    assertOk(post("/e/", base64(gzip(batch()))));
    assertThat(accepted()).hasSize(2);
  }

  @Test
  void takesLzString() throws Exception {
    String event =
        "NobwRApgbhB2AuYBcYDGB7BAnAhq+A+gM7w5bwQAmYANGAA5br0TkCWERy486A1nGQMAFqgICAnrTSZ4ufATbUUqAI"
            + "zTKbEm1gKlQgK7qAvsYC6QA===";
    int before = journal.accepted().size();
    assertOk(post("/e/?compression=lz64", event));
    assertOk(form("/e/?compression=lz64", event));
    assertThat(journal.accepted())
        .hasSize(before + 2)
        .last()
        .extracting(Event::eventId)
        .isEqualTo("c1");
    assertThat(post("/e/?compression=lz64", "////").statusCode()).isEqualTo(400);
  }

  @Test
  void takesAnEventInTheAddress() throws Exception {
    String data = URLEncoder.encode(base64(batch().getBytes(UTF_8)), UTF_8);
    HttpRequest request = request("/e/?ip=1&data=" + data + "&ver=1").GET().build();
    assertOk(HTTP.send(request, BodyHandlers.ofString()));
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void takesAnEventInTheAddressOfAPostWithoutABody() throws Exception {
    String data = URLEncoder.encode(base64(gzip(batch())), UTF_8);
    assertOk(send(request("/e/?compression=gzip-js&data=" + data), new byte[0]));
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void takesAFormWhateverItSaysItIs() throws Exception {
    String form = "ip=1&compression=LZ64&data=" + URLEncoder.encode(batch(), UTF_8);
    for (String type : List.of("text/plain", "application/json", "multipart/form-data", "x")) {
      assertOk(send(request("/e/").header("Content-Type", type), form.getBytes(UTF_8)));
    }
    assertOk(send(request("/e/"), form.getBytes(UTF_8)));
    assertThat(accepted()).hasSize(5);
  }

  @Test
  void takesAFormInParts() throws Exception {
    String form =
        "--x1\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n"
            + base64(gzip(batch()))
            + "\r\n--x1--\r\n";
    assertOk(
        send(
            request("/e/").header("Content-Type", "multipart/form-data; boundary=x1"),
            form.getBytes(UTF_8)));
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void takesTheKeyFromBesideTheJsonWhereThatHasNone() throws Exception {
    String keyless = batch().replace("\"api_key\":\"phc_test\",", "");
    String data = "data=" + URLEncoder.encode(keyless, UTF_8);
    assertOk(post("/e/?token=phc_test", keyless));
    assertOk(post("/e/", data + "&api_key=phc_test"));
    assertOk(post("/e/?token=phc_wrong", "token=phc_test&" + data));
    assertOk(
        send(
            request("/batch").header("Authorization", "Bearer phc_test"), keyless.getBytes(UTF_8)));
    assertProblem(post("/e/?token=phc_wrong", keyless), 401, "unknown");
    assertOk(post("/e/?token=phc_wrong", batch()));
    assertThat(accepted()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/i/v1/analytics/events",
        "/i/v1/analytics/events/",
        "/i/v1/general/events",
        "/i/v1/general/events/"
      })
  void captureV1IsAnsweredEventByEvent(String door) throws Exception {
    String good = UUID.randomUUID().toString();
    String unknown = UUID.randomUUID().toString();
    String unscoped = UUID.randomUUID().toString();
    HttpResponse<String> answer = captureV1(door, good, unknown, unscoped);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body())
        .contains("\"%s\":{\"result\":\"ok\"}".formatted(good))
        .containsPattern(
            "\"%s\":\\{[^}]*\"details\":\"quarantined: unknown_event\"".formatted(unknown))
        .containsPattern(
            "\"%s\":\\{[^}]*\"details\":\"quarantined: missing_property \\(contract_id\\)\""
                .formatted(unscoped))
        .containsPattern("\"%s\":\\{[^}]*\"result\":\"drop\"".formatted(unknown));
    assertThat(accepted()).hasSize(2);
    assertThat(journal.intakes().getLast().quarantined()).hasSize(2);
  }

  @Test
  void captureV1CorrectsTheClockByItsHeaderUnlessAnEventForbidsIt() throws Exception {
    captureV1("/i/v1/analytics/events", "1", "2", "3");
    assertThat(accepted())
        .extracting(event -> Duration.between(event.timestamp(), Instant.now()).toDays() < 1)
        .containsExactly(true, false);
  }

  /** A request whose sender's clock is ten days behind; the second event is not to be corrected. */
  private HttpResponse<String> captureV1(String door, String good, String unknown, String unscoped)
      throws Exception {
    Instant clock = Instant.now().minus(Duration.ofDays(10));
    String body =
        """
        {"created_at":"%2$s","historical_migration":false,"batch":[
          {"event":"contract_started","uuid":"%3$s","distinct_id":"u1","timestamp":"%2$s",
           "session_id":"s","window_id":"w","options":{"process_person_profile":false},
           "properties":{"contract_id":"%1$s"}},
          {"event":"nonsense","uuid":"%4$s","distinct_id":"u1","timestamp":"%2$s","options":{},
           "properties":{}},
          {"event":"contract_started","uuid":"%5$s","distinct_id":"u1","timestamp":"%2$s",
           "options":{},"properties":{}},
          {"event":"contract_started","distinct_id":"u1","timestamp":"%2$s",
           "options":{"a":{"disable_skew_correction":true},"disable_skew_correction":true},
           "properties":{"contract_id":"%1$s-2"}}]}"""
            .formatted(contract, clock, good, unknown, unscoped);
    return send(
        request(door)
            .header("Authorization", "bearer  phc_test ")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .header("PostHog-Request-Timestamp", clock.toString()),
        gzip(body));
  }

  @Test
  void captureV1RefusesTheRequestAsItsClientExpects() throws Exception {
    String door = "/i/v1/analytics/events";
    byte[] events = batch().getBytes(UTF_8);
    assertProblem(send(request(door), events), 401, "no project key");
    assertProblem(send(request(door).header("Authorization", "Basic eDp5"), events), 401, "no");
    assertProblem(
        send(request(door).header("Authorization", "Bearer phc_wrong"), events), 401, "unknown");
    HttpRequest.Builder known = request(door).header("Authorization", "Bearer phc_test");
    assertProblem(send(known, "{\"batch\":[".getBytes(UTF_8)), 400, "not valid JSON");
    assertProblem(send(known, new byte[30 << 20]), 413, "20,971,520 bytes");
    journal.full(true);
    HttpResponse<String> answer = send(known, events);
    assertProblem(answer, 503, "again");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void aByteOrderMarkIsNoFault() throws Exception {
    assertOk(post("/batch", "\ufeff " + batch()));
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void validSiblingsOfBadEventsAreKept() throws Exception {
    assertOk(
        post(
            "/batch",
            """
            {"api_key":"phc_test","batch":[17,{"event":"contract_started","uuid":"none",
             "properties":{"contract_id":"%1$s"}},{"properties":{"contract_id":"%1$s"}}]}"""
                .formatted(contract)));
    assertThat(accepted()).hasSize(1);
    String request = journal.intakes().getLast().request();
    assertThat(journal.quarantined())
        .filteredOn(event -> event.request().equals(request))
        .extracting(event -> event.reason().wireName())
        .containsExactly("malformed", "malformed");
  }

  @Test
  void refusesWhatCanNeverBeRead() throws Exception {
    byte[] cut = gzip(batch() + " ".repeat(10_000));
    assertProblem(send(request("/e/"), Arrays.copyOf(cut, cut.length - 12)), 400, "gzip");
    assertProblem(send(request("/e/"), new byte[] {0x1f, (byte) 0x8b, 8, 1, 2}), 400, "gzip");
    assertProblem(post("/e/", "\u001f\u0000garbage"), 400, "neither JSON nor gzip nor base64");
    assertProblem(form("/e/", "%%%"), 400, "");
    assertProblem(post("/batch", ""), 400, "empty");
    assertProblem(post("/batch", "{\"api_key\":"), 400, "not valid JSON (line 1");
    assertProblem(post("/batch", "{\"api_key\":\"phc_test\",\"batch\":[]}"), 400, "empty");
    byte[] latin = batch().replace("u1", "\u00e9").getBytes(ISO_8859_1);
    assertProblem(send(request("/batch"), latin), 400, "UTF-8");
    byte[] overlong = batch().replace("u1", "\u00c0\u00af").getBytes(ISO_8859_1);
    assertProblem(send(request("/batch"), overlong), 400, "UTF-8");
    assertThat(accepted()).isEmpty();
  }

  @Test
  void refusesNestingToTheDepthOfTenThousand() throws Exception {
    String nested = "[".repeat(10_000) + "]".repeat(10_000);
    String body = batch().replace("\"u1\"", "\"u1\",\"x\":" + nested);
    assertProblem(post("/batch", body), 400, "deeper than 64");
    assertProblem(post("/batch", "[".repeat(10_000)), 400, "deeper than 64");
    assertProblem(post("/batch", "{\"a\":".repeat(10_000)), 400, "deeper than 64");
  }

  @Test
  void refusesABombWhileItGoesOff() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write("{\"api_key\":\"phc_test\",\"batch\":[{\"event\":\"".getBytes(UTF_8));
      byte[] zeros = "0".repeat(1 << 20).getBytes(UTF_8);
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    assertProblem(send(request("/batch"), bomb.toByteArray()), 413, "20,971,520 bytes");
  }

  @Test
  void answersABodyOfThirtyMegabytes() throws Exception {
    byte[] body = (batch() + " ".repeat(30 << 20)).getBytes(UTF_8);
    assertProblem(send(request("/batch"), body), 413, "20,971,520 bytes");
    HttpRequest chunked =
        request("/batch")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertProblem(HTTP.send(chunked, BodyHandlers.ofString()), 413, "20,971,520 bytes");
  }

  @Test
  void refusesUnknownMissingAndMixedKeys() throws Exception {
    assertProblem(post("/batch", batch().replace("phc_test", "phc_wrong")), 401, "unknown");
    assertProblem(post("/batch", batch().replace("api_key", "key")), 401, "no project key");
    assertProblem(
        post(
            "/e/",
            """
            [{"event":"a","properties":{"token":"phc_test"}},
             {"event":"a","properties":{"token":"phc_other"}}]"""),
        401,
        "several");
  }

  @Test
  void asksToTryAgainWhenTheJournalIsFull() throws Exception {
    journal.full(true);
    HttpResponse<String> answer =
        send(request("/batch").header("Origin", "https://app.test"), batch().getBytes(UTF_8));
    assertProblem(answer, 503, "send them again");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("https://app.test");
    assertThat(registry.timer("comms.door.requests", "door", "capture", "answer", "unavailable"))
        .satisfies(timer -> assertThat(timer.count()).isPositive());
  }

  @Test
  void answersThePreflightOfAnyPage() throws Exception {
    HttpRequest preflight =
        request("/i/v0/e/?ver=1")
            .header("Origin", "null")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-custom")
            .method("OPTIONS", BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = HTTP.send(preflight, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("null");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValueSatisfying(methods -> assertThat(methods).contains("POST", "GET", "OPTIONS"));
    assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValueSatisfying(names -> assertThat(names).contains("content-type", "x-custom"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/flags", "/flags/?v=2", "/decide/?v=3"})
  void saysThatThereAreNoFlags(String path) throws Exception {
    HttpResponse<String> answer = form(path, "e30=");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"errorsWhileComputingFlags\":false", "lags\":{}", "\"requestId\"");
  }

  @Test
  void configuresTheBrowserSdk() throws Exception {
    HttpResponse<String> config = get("/array/phc_test/config");
    assertThat(config.statusCode()).isEqualTo(200);
    assertThat(config.body())
        .contains("\"endpoint\":\"/i/v0/e/\"", "\"supportedCompression\":[\"gzip\",\"gzip-js\"]");
    HttpResponse<String> script = get("/array/phc_test/config.js");
    assertThat(script.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/javascript"));
    assertThat(script.body()).contains("_POSTHOG_REMOTE_CONFIG", "['phc_test']");
    assertThat(get("/array/x'y/config.js").statusCode()).isEqualTo(404);
  }

  @Test
  void importsAFileLineByLine() throws Exception {
    StringBuilder file = new StringBuilder("\ufeff");
    for (int i = 0; i < 4500; i++) {
      file.append(
          """
          {"event":"contract_started","timestamp":"2025-01-01","properties":{"contract_id":"%s-%d"}}
          """
              .formatted(contract, i));
    }
    file.append("\nnot json\n").append("{\"event\":\"contract_started\"}");
    HttpResponse<String> answer =
        send(request("/api/v1/import").header("X-Api-Key", "phc_test"), gzip(file.toString()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines())
        .containsExactly(
            "{\"read\":2000,\"accepted\":2000,\"quarantined\":0}",
            "{\"read\":4000,\"accepted\":4000,\"quarantined\":0}",
            "{\"read\":4502,\"accepted\":4500,\"quarantined\":2}",
            "{\"read\":4502,\"accepted\":4500,\"quarantined\":2,\"done\":true}");
    assertThat(accepted()).hasSize(4500).extracting(Event::source).containsOnly(Source.IMPORT);
  }

  @Test
  void aLineThatIsNoTextIsQuarantinedAlone() throws Exception {
    byte[] file =
        """
        {"event":"contract_started","properties":{"contract_id":"\u00e9"}}
        {"event":"contract_started","properties":{"contract_id":"%s"}}
        """
            .formatted(contract)
            .getBytes(ISO_8859_1);
    HttpResponse<String> answer =
        send(request("/api/v1/import").header("X-Api-Key", "phc_test"), file);
    assertThat(answer.body()).contains("\"accepted\":1,\"quarantined\":1,\"done\":true");
    assertThat(accepted()).hasSize(1);
  }

  @Test
  void anImportNeedsAKeyAndAJournal() throws Exception {
    byte[] line = "{\"event\":\"contract_started\"}".getBytes(UTF_8);
    assertProblem(send(request("/api/v1/import"), line), 401, "no project key");
    assertProblem(send(request("/api/v1/import").header("X-Api-Key", "x"), line), 401, "unknown");
    journal.full(true);
    assertProblem(
        send(request("/api/v1/import").header("X-Api-Key", "phc_test"), line), 503, "again");
  }

  @Test
  void anImportThatBreaksOffSaysHowFarItCame() throws Exception {
    String lines =
        "{\"event\":\"contract_started\",\"properties\":{\"contract_id\":\"%s\",\"x\":\"%s\"}}%n"
            .formatted(contract, UUID.randomUUID())
            .repeat(2000);
    StringBuilder random = new StringBuilder(lines);
    for (int i = 0; i < 20_000; i++) {
      random.append(UUID.randomUUID());
    }
    byte[] whole = gzip(random.toString());
    HttpResponse<String> answer =
        send(
            request("/api/v1/import").header("X-Api-Key", "phc_test"),
            Arrays.copyOf(whole, whole.length - 100));
    assertThat(answer.body().lines().toList().getLast())
        .contains("\"accepted\":2000", "\"error\":\"The body is broken gzip.\"");
  }

  private String batch() {
    return """
        {"api_key":"phc_test","historical_migration":false,"batch":[{"event":"contract_started",
         "distinct_id":"u1","timestamp":"2026-01-05T10:00:00Z","type":"capture","uuid":"",
         "properties":{"contract_id":"%s","$lib":"posthog-node"}}]}"""
        .formatted(contract);
  }

  private List<Event> accepted() {
    return journal.accepted().stream()
        .filter(event -> event.eventId().startsWith(contract))
        .toList();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + port + path.replace("'", "%27")));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).header("Content-Type", "application/json"), body.getBytes(UTF_8));
  }

  private HttpResponse<String> form(String path, String data) throws Exception {
    String body = "data=" + URLEncoder.encode(data, UTF_8) + "&compression=base64";
    return send(
        request(path).header("Content-Type", "application/x-www-form-urlencoded"),
        body.getBytes(UTF_8));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, byte[] body)
      throws Exception {
    return HTTP.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  private static void assertOk(HttpResponse<String> answer) {
    assertThat(answer.body()).isEqualTo("{\"status\":\"Ok\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, "\"title\":", sentence);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
