package comms.metrics.web;

import comms.catalog.Metric;
import comms.metrics.RecordColumn;
import comms.metrics.RecordRow;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the records behind the figures of the metrics. */
@RestController
@RequestMapping("/api/v1/metrics/{id}")
@Tag(name = "Metrics")
class RecordsController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final int PAGE = 100;
  private static final int MOST = 1_000;
  private static final int MOST_AS_CSV = 100_000;
  private static final int LAST_OFFSET = 100_000_000;

  private final Records records;
  private final ZoneId zone;

  RecordsController(Records records, ZoneId zone) {
    this.records = records;
    this.zone = zone;
  }

  /**
   * A page of records.
   *
   * @param kind what they are
   * @param count how many there are in all
   */
  record Page(
      String metric,
      String stat,
      String part,
      String kind,
      Instant from,
      Instant to,
      long count,
      int limit,
      int offset,
      List<Map<String, Object>> records) {}

  @Operation(
      summary = "Lists the records behind a figure",
      description =
          """
          Parameters: `from`, `to`, `filter.NAME`, `window` and `scope` as for the figure, with the \
          range of its bucket; `stat`: the figure, value without it (p95 for percentiles, count \
          for outcomes); `key.NAME`: the value of the breakdown's series; `part`: counted (the \
          numerator), all (the denominator) or missed (the others, of contact-share and of \
          chat-to-contract, whose step3 misses chats of its step2); `sort`: a column, with a minus \
          before it for the greatest first; `limit` up to 1000, `offset`. `/records.csv` gives the same as CSV, \
          `limit` up to 100000.
          """)
  @GetMapping("/records")
  Page list(
      @Parameter(example = "dispute-rate") @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    RecordParameters read = new RecordParameters(parameters, zone);
    RecordsQuery query = read.read(metric(id));
    int limit = read.number("limit", 1, MOST, PAGE);
    int offset = read.number("offset", 0, LAST_OFFSET, 0);
    List<RecordRow> rows = records.page(query, read.sort(query.kind()), limit, offset);
    return new Page(
        id,
        query.stat().wireName(),
        query.part().wireName(),
        query.kind().wireName(),
        query.figure().range().from(),
        query.figure().range().to(),
        records.count(query),
        limit,
        offset,
        rows.stream().map(RecordsController::json).toList());
  }

  @Operation(summary = "Lists the records behind a figure as CSV")
  @GetMapping("/records.csv")
  ResponseEntity<String> csv(
      @PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
    RecordParameters read = new RecordParameters(parameters, zone);
    RecordsQuery query = read.read(metric(id));
    List<RecordRow> rows =
        records.page(
            query,
            read.sort(query.kind()),
            read.number("limit", 1, MOST_AS_CSV, MOST_AS_CSV),
            read.number("offset", 0, LAST_OFFSET, 0));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-records.csv\"")
        .body(csv(query.kind().columns(), rows));
  }

  private static Map<String, Object> json(RecordRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    row.values().forEach((column, value) -> values.put(column.wireName(), value));
    return values;
  }

  private static String csv(List<RecordColumn> columns, List<RecordRow> rows) {
    Csv csv = new Csv();
    csv.line(columns.stream().map(RecordColumn::wireName));
    rows.forEach(row -> csv.line(columns.stream().map(column -> Csv.text(row.value(column)))));
    return csv.toString();
  }

  private static Metric metric(String id) {
    return Metric.withId(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no metric " + id));
  }
}
