package comms.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import comms.api.Cursor;
import comms.clickhouse.WithStore;
import comms.model.NodePackages;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program sees it: events in by the door, figures and lists out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
class ApiIT {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String id = UUID.randomUUID().toString();

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @BeforeEach
  void sendSomeEvents() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address("/batch/"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"api_key":"phc_test","batch":[
                          {"event":"contract_started","timestamp":"2011-03-01T10:00:00Z",
                           "properties":{"contract_id":"c-ID","thread_id":"t-ID"}},
                          {"event":"chat_message_sent","timestamp":"2011-03-01T10:01:30Z",
                           "properties":{"message_id":"m-ID","thread_id":"t-ID","sender_role":"client","text":"secret"}},
                          {"event":"dispute_opened","timestamp":"2011-03-02T10:00:00Z",
                           "properties":{"dispute_id":"d-ID","contract_id":"c-ID","initiator_role":"client"}},
                          {"event":"dispute_state_updated","timestamp":"2011-03-02T11:00:00Z",
                           "properties":{"dispute_id":"d-ID","state":"open","sla_remaining_sec":100}},
                          {"event":"notification_delivery_scheduled","timestamp":"2011-03-02T10:00:00Z",
                           "properties":{"notification_id":"n-ID","channel":"=1+1","contract_id":"c-ID"}},
                          {"event":"chat_thread_created","timestamp":"2011-03-02T10:00:00Z",
                           "properties":{"thread_id":"t-ID","thread_type":"ID"}}]}
                        """
                            .replace("ID", id)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void listsTheTenMetrics() throws Exception {
    JsonNode metrics = json(get("/api/v1/metrics"));

    assertThat(metrics.size()).isEqualTo(10);
    assertThat(metrics.get(0).get("id").asString()).isEqualTo("contact-share");
    assertThat(metrics.get(0).get("targets").get(0).get("op").asString()).isEqualTo(">=");
  }

  @Test
  void answersWithEveryBucketOfTheRange() throws Exception {
    JsonNode answer =
        json(
            get(
                "/api/v1/metrics/delivery-failures?from=2011-02-28&to=2011-03-14&interval=week"
                    + "&by=channel&filter.channel=%3D1%2B1"));

    JsonNode series = answer.get("series").get(0);
    assertThat(answer.get("from").asString()).isEqualTo("2011-02-28T00:00:00Z");
    assertThat(series.get("key").get("channel").asString()).isEqualTo("=1+1");
    assertThat(series.get("points").size()).isEqualTo(2);
    assertThat(series.get("points").get(0).get("value").asDouble()).isZero();
    assertThat(series.get("points").get(0).get("samples").isIntegralNumber()).isTrue();
    assertThat(series.get("points").get(1).get("value").isNull()).isTrue();
  }

  @Test
  void listsTheRecordsBehindAFigure() throws Exception {
    String range = "from=2011-03-02&to=2011-03-03&filter.channel=%3D1%2B1&limit=1000";
    JsonNode page = json(get("/api/v1/metrics/delivery-failures/records?part=all&" + range));

    assertThat(page.get("kind").asString()).isEqualTo("scheduled_notifications");
    assertThat(page.get("count").asInt()).isEqualTo(page.get("records").size());
    JsonNode mine =
        page.get("records")
            .valueStream()
            .filter(row -> row.get("notification_id").asString().equals("n-" + id))
            .findFirst()
            .orElseThrow();
    assertThat(mine.get("contract_id").asString()).isEqualTo("c-" + id);
    assertThat(mine.get("at").asString()).isEqualTo("2011-03-02T10:00:00Z");
    assertThat(get("/api/v1/metrics/delivery-failures/records.csv?part=all&" + range).body())
        .startsWith("notification_id,at,channel,template,contract_id,thread_id\r\n")
        .contains("n-" + id + ",2011-03-02T10:00:00Z,'=1+1,,c-" + id + ",\r\n");
    assertProblem(
        get("/api/v1/metrics/delivery-failures/records?sort=score&" + range), 400, "score");
    assertProblem(
        get("/api/v1/metrics/delivery-failures/records?interval=day&" + range), 400, "interval");
  }

  @Test
  void tellsWhatBecameOfNotifications() throws Exception {
    String range = "from=2011-03-02&to=2011-03-03";
    JsonNode answer = json(get("/api/v1/delivery/waterfall?filter.channel=%3D1%2B1&" + range));

    assertThat(answer.get("from").asString()).isEqualTo("2011-03-02T00:00:00Z");
    JsonNode all = answer.get("channels").get(0);
    JsonNode channel = answer.get("channels").get(1);
    assertThat(all.get("channel").isNull()).isTrue();
    assertThat(channel.get("channel").asString()).isEqualTo("=1+1");
    assertThat(channel.get("notifications").get("scheduled").asInt()).isPositive();
    assertThat(channel.get("notifications").get("untroubled"))
        .isEqualTo(channel.get("notifications").get("scheduled"));
    assertThat(channel.get("attempts").get("failed").asInt()).isZero();
    assertProblem(
        get("/api/v1/delivery/waterfall?filter.error_code=550&" + range), 400, "error_code");
    assertProblem(get("/api/v1/delivery/waterfall?by=channel&" + range), 400, "by");
    assertProblem(get("/api/v1/delivery/waterfall?from=2011-03-02"), 400, "to is missing");
    assertProblem(
        get("/api/v1/metrics/dispute-rate/records?part=untroubled&" + range), 400, "untroubled");
  }

  @Test
  void tellsWhatIsLeftOfTodaysBudgets() throws Exception {
    JsonNode budgets = json(get("/api/v1/delivery/budget")).get("budgets");

    JsonNode failures = budgets.get(0);
    assertThat(failures.get("metric").asString()).isEqualTo("delivery-failures");
    assertThat(failures.get("channel").isNull()).isTrue();
    assertThat(failures.get("target").asDouble()).isEqualTo(0.005);
    assertThat(failures.get("left").asInt())
        .isEqualTo(failures.get("allowed").asInt() - failures.get("spent").asInt());
    assertThat(budgets.valueStream().map(budget -> budget.get("metric").asString()))
        .contains("delivery-drops");
    assertProblem(get("/api/v1/delivery/budget?from=2011-03-02"), 400, "from");
    assertProblem(get("/api/v1/delivery/budget?filter.error_code=550"), 400, "error_code");
  }

  @Test
  void csvNeutralisesFormulas() throws Exception {
    HttpResponse<String> answer =
        get("/api/v1/metrics/delivery-failures.csv?from=2011-02-28&to=2011-03-07&by=channel");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(answer.body())
        .startsWith("metric,stat,channel,t,value,numerator,denominator,samples,partial\r\n")
        .contains("delivery-failures,value,'=1+1,total,0,0,");
  }

  @Test
  void mistakesAreProblemDocuments() throws Exception {
    assertProblem(get("/api/v1/metrics/nothing?from=2011-02-28&to=2011-03-07"), 404, "nothing");
    assertProblem(get("/api/v1/metrics/dispute-rate?from=2011-02-28"), 400, "to is missing");
    assertProblem(
        get("/api/v1/metrics/dispute-rate?from=2011-02-28&to=2011-03-07&by=channel"),
        400,
        "channel");
    assertProblem(
        get("/api/v1/metrics/dispute-rate?from=1900-01-01&to=2026-01-01&interval=hour"),
        400,
        "buckets");
    assertProblem(
        get("/api/v1/metrics/dispute-rate?from=2026-01-01&to=%2B999999999-12-31T23:59:59Z"),
        400,
        "years");
    assertProblem(get("/api/v1/contracts/nobody/timeline"), 404, "nobody");
    assertProblem(get("/api/v1/disputes?sort=sideways"), 400, "sort");
  }

  @Test
  void timelinesTellWhatHappenedInOrderWithWaits() throws Exception {
    JsonNode contract = json(get("/api/v1/contracts/c-%s/timeline".formatted(id))).get("entries");

    assertThat(contract.findValuesAsString("event"))
        .containsExactly(
            "contract_started",
            "chat_message_sent",
            "dispute_opened",
            "notification_delivery_scheduled",
            "dispute_state_updated");
    assertThat(contract.get(1).get("wait_sec").asDouble()).isEqualTo(90.0);
    assertThat(contract.get(1).get("properties").has("text")).isFalse();
    assertThat(json(get("/api/v1/threads/t-%s/timeline".formatted(id))).get("entries").size())
        .isEqualTo(2);
    assertThat(json(get("/api/v1/disputes/d-%s/timeline".formatted(id))).get("entries").size())
        .isEqualTo(2);
    assertThat(json(get("/api/v1/notifications/n-%s/timeline".formatted(id))).get("entries").size())
        .isEqualTo(1);
  }

  @Test
  void anIdThatNoPathCanHoldGoesIntoAParameter() throws Exception {
    String slashed = "a/b " + id;
    HttpResponse<String> sent =
        client.send(
            HttpRequest.newBuilder(address("/batch/"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"api_key":"phc_test","batch":[
                          {"event":"contract_started","properties":{"contract_id":"%s"}}]}
                        """
                            .formatted(slashed)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(sent.statusCode()).isEqualTo(200);
    String encoded = URLEncoder.encode(slashed, StandardCharsets.UTF_8);

    JsonNode timeline = json(get("/api/v1/contracts/timeline?id=" + encoded));
    JsonNode found = json(get("/api/v1/lookup?id=" + encoded));

    assertThat(timeline.get("id").asString()).isEqualTo(slashed);
    assertThat(timeline.get("entries").size()).isEqualTo(1);
    assertThat(found.findValuesAsString("kind")).containsExactly("contract");
    assertProblem(get("/api/v1/contracts/timeline"), 400, "id");
  }

  @Test
  void findsAnIdHoweverItIsSpelled() throws Exception {
    String upper = id.toUpperCase(Locale.ROOT);
    String decomposed = "Cafe\u0301-A\u030angstro\u0308m-" + id;
    send(
        """
        {"event":"contract_started","properties":{"contract_id":"UP","thread_id":"UP"}},
        {"event":"chat_message_sent","properties":{"message_id":"UP","thread_id":"UP","sender_role":"client"}},
        {"event":"dispute_opened","properties":{"dispute_id":"UP","contract_id":"UP"}},
        {"event":"notification_delivery_scheduled","properties":{"notification_id":"UP","channel":"email","contract_id":"UP"}},
        {"event":"contract_started","properties":{"contract_id":"NFD"}}
        """
            .replace("UP", upper)
            .replace("NFD", decomposed));

    for (String spelled : List.of(upper, id, "  " + upper + "\u00a0", "\u2003" + id)) {
      for (String kind : List.of("contracts", "threads", "disputes", "notifications")) {
        String encoded = encoded(spelled);
        assertThat(
                json(get("/api/v1/" + kind + "/" + encoded + "/timeline")).path("id").asString(""))
            .as(kind + spelled)
            .isEqualTo(id);
        assertThat(get("/api/v1/" + kind + "/timeline?id=" + encoded).statusCode()).isEqualTo(200);
      }
      assertThat(json(get("/api/v1/lookup?id=" + encoded(spelled))).findValuesAsString("kind"))
          .containsExactly("contract", "thread", "dispute", "notification", "message");
    }
    String composed = Normalizer.normalize(decomposed, Normalizer.Form.NFC);
    for (String spelled : List.of(decomposed, composed, " " + decomposed + " ")) {
      assertThat(get("/api/v1/contracts/" + encoded(spelled) + "/timeline").statusCode())
          .isEqualTo(200);
      assertThat(json(get("/api/v1/lookup?id=" + encoded(spelled))).size()).isEqualTo(1);
    }
    assertProblem(get("/api/v1/contracts/guest/timeline"), 404, "guest");
    assertProblem(get("/api/v1/contracts/timeline?id=%20%C2%A0"), 400, "id is missing");
    assertProblem(get("/api/v1/lookup?id="), 400, "id is missing");
  }

  @Test
  void understandsAFilterValueInEverySpellingTheCatalogKnows() throws Exception {
    String range = "from=2011-03-01&to=2011-03-05";
    send(
        """
        {"event":"notification_delivery_scheduled","timestamp":"2011-03-02T10:00:00Z",
         "properties":{"notification_id":"e-ID","channel":"E-Mail","contract_id":"c-ID"}}
        """
            .replace("ID", id));
    for (String spelled : List.of("email", "e-mail", "Mail", " EMAIL ", "E-MAIL\u00a0")) {
      String filter = encoded(spelled);
      String records = "/api/v1/metrics/delivery-failures/records?part=all&" + range;
      JsonNode figure =
          json(get("/api/v1/metrics/delivery-failures?" + range + "&filter.channel=" + filter));
      assertThat(figure.at("/series/0/total/denominator").asDouble()).as(spelled).isPositive();
      assertThat(json(get(records + "&filter.channel=" + filter)).get("count").asInt())
          .isPositive();
      assertThat(json(get(records + "&key.channel=" + filter)).get("count").asInt()).isPositive();
      assertThat(
              json(get("/api/v1/delivery/waterfall?" + range + "&filter.channel=" + filter))
                  .at("/channels/1/channel")
                  .asString())
          .isEqualTo("email");
    }
    assertThat(
            get("/api/v1/metrics/chat-to-contract/records?stat=STEP1&part=Counted&"
                    + range
                    + "&filter.initiator_role=%20Client")
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/api/v1/disputes?state=OPEN&bucket=OVERDUE&sort=-Age").statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysWhatNoRecordCanHave() throws Exception {
    String range = "?from=2011-03-01&to=2011-03-05";
    HttpResponse<String> role =
        get("/api/v1/metrics/dispute-rate" + range + "&filter.initiator_role=clerk");
    assertProblem(role, 400, "clerk");
    assertThat(json(role).get("allowed").valueStream().map(JsonNode::asString))
        .containsExactly("client", "freelancer", "support", "system");
    assertProblem(
        get("/api/v1/metrics/dispute-outcomes/records" + range + "&key.resolution=won"),
        400,
        "win_client");
    assertProblem(
        get("/api/v1/metrics/dispute-rate" + range + "&filter.colour=red"), 400, "colour");
    assertProblem(get("/api/v1/metrics/dispute-rate" + range + "&interval=fortnight"), 400, "week");
    assertProblem(get("/api/v1/quarantine?reason=bad"), 400, "unknown_event");
    assertProblem(get("/api/v1/quarantine?evnt=bad"), 400, "evnt");
    assertProblem(get("/api/v1/disputes?status=open"), 400, "status");
    assertProblem(get("/api/v1/disputes?state=shut"), 400, "resolved");
    assertProblem(get("/api/v1/disputes?limit=5&limit=6"), 400, "limit");
    assertProblem(get("/api/v1/lookup?id=1&name=2"), 400, "name");
    assertProblem(get("/api/v1/metrics/dispute-rate" + range + "&from=2011-03-02"), 400, "from");
    assertProblem(get("/api/v1/metrics?from=2011-03-02"), 400, "from");
  }

  @Test
  void saysWhatNothingInThePeriodHas() throws Exception {
    String range = "?from=2011-03-01&to=2011-03-05";
    String filter = range + "&filter.channel=%3D1%2B1&filter.channel=e-post&filter.channel=push";
    JsonNode figure = json(get("/api/v1/metrics/delivery-failures" + filter));
    JsonNode records = json(get("/api/v1/metrics/delivery-failures/records" + filter));
    JsonNode waterfall = json(get("/api/v1/delivery/waterfall" + filter));
    JsonNode key =
        json(get("/api/v1/metrics/delivery-drops/records" + range + "&key.template=welcom"));

    for (JsonNode answer : List.of(figure, records, waterfall)) {
      assertThat(answer.get("unmatched").toString()).isEqualTo("{\"channel\":[\"e-post\"]}");
    }
    assertThat(key.get("unmatched").toString()).isEqualTo("{\"template\":[\"welcom\"]}");
    assertThat(json(get("/api/v1/metrics/delivery-failures" + range)).has("unmatched")).isFalse();
  }

  @Test
  void extremeTimesAreMistakes() throws Exception {
    List<String> addresses =
        List.of(
            "/api/v1/metrics/dispute-rate?",
            "/api/v1/metrics/contact-share?interval=hour&",
            "/api/v1/metrics/dispute-rate.csv?",
            "/api/v1/metrics/dispute-rate/records?",
            "/api/v1/metrics/dispute-rate/records.csv?",
            "/api/v1/delivery/waterfall?",
            "/api/v1/disputes/summary?",
            "/api/v1/disputes/contracts?",
            "/api/v1/pipeline?");
    List<String> times =
        List.of(
            "9999-12-31",
            "0000-01-01",
            "0000",
            "-1",
            "+292278994-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "9".repeat(1_000),
            "2300-01-01T00:00:00Z");
    for (String address : addresses) {
      for (String time : times) {
        HttpResponse<String> end = get(address + "from=2011-03-01&to=" + encoded(time));
        assertThat(end.statusCode()).as(address + time + end.body()).isEqualTo(400);
        HttpResponse<String> start = get(address + "to=2011-03-01&from=" + encoded(time));
        assertThat(start.statusCode()).as(address + time + start.body()).isEqualTo(400);
      }
      assertThat(get(address + "from=2011-03-02&to=2011-03-01").statusCode()).isEqualTo(400);
    }
    assertProblem(get("/api/v1/pipeline?step=9223372036854775807"), 400, "step");
    assertThat(get("/api/v1/metrics/contact-share?from=1900-01-01&to=2200-01-01&interval=month"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @Test
  void pagesLeadOnByTheirCursor() throws Exception {
    // A name that a program may have: of others quarantine keeps no name.
    String nothing =
        "nothing_"
            + id.chars()
                .mapToObj(c -> Character.toString(Character.isDigit(c) ? 'g' + c - '0' : c))
                .collect(Collectors.joining())
                .replace("-", "")
                .substring(0, 20);
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      events.append(
          """
          {"event":"dispute_opened","timestamp":"2012-05-0%d:00:00Z",
           "properties":{"dispute_id":"p%d-%s","contract_id":"pages-%s"}},
          {"event":"%s"},
          """
              .formatted(1 + i % 3, i, id, id, nothing)
              .replace("0" + (1 + i % 3) + ":00", "0" + (1 + i % 3) + "T10:00"));
    }
    send(events.toString().strip().replaceAll(",$", ""));

    String records = "/api/v1/metrics/dispute-rate/records?from=2012-05-01&to=2012-06-01&limit=5";
    JsonNode first = json(get(records));
    List<String> found = new ArrayList<>();
    for (JsonNode page = first; ; ) {
      assertThat(page.get("count")).isEqualTo(first.get("count"));
      page.get("records").forEach(row -> found.add(row.toString()));
      if (page.get("next").isNull()) {
        break;
      }
      page = json(get(records + "&cursor=" + page.get("next").asString()));
    }
    assertThat(found).doesNotHaveDuplicates().hasSize(first.get("count").asInt());

    String timeline = "/api/v1/contracts/pages-" + id + "/timeline?limit=5";
    List<String> entries = new ArrayList<>();
    for (JsonNode page = json(get(timeline)); ; ) {
      page.get("entries").forEach(entry -> entries.add(entry.get("event_id").asString()));
      if (page.get("next").isNull()) {
        break;
      }
      page = json(get(timeline + "&cursor=" + page.get("next").asString()));
    }
    assertThat(entries).doesNotHaveDuplicates().hasSize(12);

    String quarantine = "/api/v1/quarantine?limit=5&event=" + nothing;
    List<String> refused = new ArrayList<>();
    for (JsonNode page = json(get(quarantine)); ; ) {
      assertThat(page.get("total").asInt()).isEqualTo(12);
      page.get("items").forEach(item -> refused.add(item.get("id").asString()));
      if (page.get("next").isNull()) {
        break;
      }
      page = json(get(quarantine + "&cursor=" + page.get("next").asString()));
    }
    assertThat(refused).doesNotHaveDuplicates().hasSize(12);

    for (String sort : List.of("breach", "-opened", "age", "resolved", "state", "-reason")) {
      List<String> disputes = new ArrayList<>();
      String next = "/api/v1/disputes?limit=5&sort=" + sort;
      while (!next.isEmpty()) {
        HttpResponse<String> page = get(next);
        json(page).forEach(row -> disputes.add(row.get("dispute_id").asString()));
        next = page.headers().firstValue("Link").orElse("").replaceAll("<(.*)>.*", "$1");
      }
      assertThat(disputes).as(sort).doesNotHaveDuplicates();
      assertThat(disputes.stream().filter(dispute -> dispute.endsWith("-" + id))).hasSize(13);
    }
  }

  @Test
  void aCursorOfAnotherListIsAMistake() throws Exception {
    String records = "/api/v1/metrics/dispute-rate/records?from=2011-03-01&to=2012-06-01&limit=1";
    String next = json(get(records)).get("next").asString();

    assertThat(get(records + "&cursor=" + next).statusCode()).isEqualTo(200);
    assertProblem(get(records + "&sort=contract_id&cursor=" + next), 400, "cursor");
    assertProblem(get(records + "&cursor=" + next + "&offset=3"), 400, "offset");
    assertProblem(get(records + "&offset=100001"), 400, "offset");
    for (String address :
        List.of(
            records + "&",
            "/api/v1/quarantine?",
            "/api/v1/disputes?",
            "/api/v1/contracts/c-" + id + "/timeline?")) {
      for (String cursor :
          List.of("", "x", next, "%27%20OR%201=1", "%F0%9F%92%A9", "=".repeat(99))) {
        if (!address.startsWith(records) || !cursor.equals(next)) {
          assertThat(get(address + "cursor=" + cursor).statusCode()).as(address).isEqualTo(400);
        }
      }
    }
    String forged = Cursor.of(Long.toString(Long.MAX_VALUE), "' OR 1=1 --", "7").in(" ");
    assertThat(get("/api/v1/quarantine?cursor=" + forged).statusCode()).isEqualTo(200);
  }

  @Test
  void listsDisputesAsTheyStandNow() throws Exception {
    JsonNode disputes =
        json(get("/api/v1/disputes?state=open&bucket=48h%2B&sort=breach&limit=1000"));

    JsonNode mine =
        disputes
            .valueStream()
            .filter(row -> row.get("dispute_id").asString().equals("d-" + id))
            .findFirst()
            .orElseThrow();
    assertThat(mine.get("contract_id").asString()).isEqualTo("c-" + id);
    assertThat(mine.get("overdue").asBoolean()).isTrue();
    assertThat(mine.get("sla_bucket").asString()).isEqualTo("48h+");
  }

  @Test
  void sumsUpTheDisputeDesk() throws Exception {
    String range = "from=2011-03-01&to=2011-04-01";
    JsonNode summary = json(get("/api/v1/disputes/summary?" + range));
    JsonNode contracts = json(get("/api/v1/disputes/contracts?" + range));

    assertThat(summary.get("open").get("48h+").asInt()).isPositive();
    assertThat(summary.get("open").get("overdue").asInt()).isPositive();
    assertThat(summary.get("resolved").get("samples").asInt()).isZero();
    assertThat(summary.get("resolved").get("within_24h").isNull()).isTrue();
    assertThat(contracts.get("disputed").get("contracts").asInt()).isPositive();
    assertProblem(get("/api/v1/disputes/summary?from=2011-04-01&to=2011-03-01"), 400, "before");
    assertProblem(get("/api/v1/disputes/summary?from=soon&to=2011-03-01"), 400, "from");
  }

  @Test
  void listsTheQuarantineWithReasonAndProperty() throws Exception {
    JsonNode items = json(get("/api/v1/quarantine?reason=invalid_value&limit=1000")).get("items");

    JsonNode mine =
        items
            .valueStream()
            .filter(
                item ->
                    item.get("content")
                        .get("properties")
                        .path("thread_id")
                        .asString("")
                        .equals("t-" + id))
            .findFirst()
            .orElseThrow();
    assertThat(mine.get("event").asString()).isEqualTo("chat_thread_created");
    assertThat(mine.get("property").asString()).isEqualTo("thread_type");
  }

  @Test
  void describesItselfAsOpenApi() throws Exception {
    JsonNode document = json(get("/v3/api-docs"));

    assertThat(document.get("paths").has("/api/v1/metrics/{id}")).isTrue();
    assertThat(document.get("paths").has("/api/v1/metrics/{id}/records")).isTrue();
    assertThat(document.get("paths").has("/api/v1/disputes")).isTrue();
    assertThat(document.get("paths").has("/api/v1/delivery/waterfall")).isTrue();
    assertThat(document.get("paths").has("/api/v1/delivery/budget")).isTrue();
    assertThat(document.get("paths").has("/api/v1/disputes/summary")).isTrue();
  }

  /** What a program does that was given nothing but the document. */
  @Test
  void aGeneratedClientCanAskEveryAddress() throws Exception {
    String figure =
        """
        "from":"2011-02-28","to":"2011-03-14","filter.channel":["=1+1","nowhere"]""";
    NodePackages.installed();
    NodePackages.node(
        """
        {"/api/v1/metrics/{id}":{"id":"delivery-failures","by":["channel"],"interval":"week",FIGURE},
         "/api/v1/metrics/{id}.csv":{"id":"delivery-failures",FIGURE},
         "/api/v1/metrics/{id}/records":{"id":"delivery-failures","part":"all","limit":1,FIGURE},
         "/api/v1/metrics/{id}/records.csv":{"id":"delivery-failures","part":"all",FIGURE},
         "/api/v1/delivery/waterfall":{FIGURE},
         "/api/v1/disputes":{"state":"open","bucket":"48h+","sort":"-age"},
         "/api/v1/disputes/summary":{"from":"2011-03-01","to":"2011-04-01"},
         "/api/v1/disputes/contracts":{"from":"2011-03-01","to":"2011-04-01"},
         "/api/v1/contracts/{id}/timeline":{"id":"c-ID"},
         "/api/v1/contracts/timeline":{"id":"c-ID"},
         "/api/v1/threads/{id}/timeline":{"id":"t-ID"},
         "/api/v1/threads/timeline":{"id":"t-ID"},
         "/api/v1/disputes/{id}/timeline":{"id":"d-ID"},
         "/api/v1/disputes/timeline":{"id":"d-ID"},
         "/api/v1/notifications/{id}/timeline":{"id":"n-ID"},
         "/api/v1/notifications/timeline":{"id":"n-ID"},
         "/api/v1/lookup":{"id":"c-ID"},
         "/api/v1/quarantine":{"reason":"invalid_value","limit":2},
         "/api/v1/quarantine/replay":{"reason":"malformed","event":"none-of-them"},
         "/api/v1/quarantine/{id}/replay":{"id":"ID"}}
        """
            .replace("FIGURE", figure)
            .replace("ID", id),
        "client.mjs",
        "http://localhost:" + port,
        WithStore.EVERY_TOKEN,
        "phc_test");
  }

  @Test
  void theDocumentListsEveryRoute() throws Exception {
    JsonNode paths = json(get("/v3/api-docs")).get("paths");

    routes
        .getHandlerMethods()
        .forEach(
            (route, handler) ->
                route.getPatternValues().stream()
                    .filter(pattern -> pattern.startsWith("/api/"))
                    .flatMap(ApiIT::addresses)
                    .forEach(
                        address -> {
                          assertThat(paths.has(address)).as(address + " of " + handler).isTrue();
                          for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                            String name = method.name().toLowerCase(Locale.ROOT);
                            assertThat(paths.get(address).has(name)).as(name + address).isTrue();
                          }
                        }));
  }

  /** The addresses of a pattern: one for each word where one of several is wanted. */
  private static Stream<String> addresses(String pattern) {
    String address = pattern.replaceFirst("/$", "");
    Matcher words = Pattern.compile("\\{\\w+:([\\w|]+)}").matcher(address);
    return words.find()
        ? Stream.of(words.group(1).split("\\|", -1)).map(words::replaceFirst)
        : Stream.of(address);
  }

  private void send(String events) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address("/batch/"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"api_key\":\"phc_test\",\"batch\":[" + events + "]}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String word) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).get("detail").asString()).contains(word);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + WithStore.API_TOKEN)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
