package comms.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.Metrics;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.UnmatchedValues;
import comms.security.Access;
import comms.security.Permission;
import comms.security.Requires;
import comms.tables.Sheet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the records behind the figures of the metrics. */
@RestController
@RequestMapping("/api/v1/metrics/{id}")
@Tag(name = "Metrics")
class RecordsController {

  static final int PAGE = 100;
  static final int MOST = 1_000;
  static final int MOST_AS_CSV = 1_000_000;
  private static final int AT_ONCE = 10_000;

  private final Records records;
  private final Metrics metrics;
  private final Access access;
  private final ZoneId zone;

  RecordsController(Records records, Metrics metrics, Access access, ZoneId zone) {
    this.records = records;
    this.metrics = metrics;
    this.access = access;
    this.zone = zone;
  }

  /**
   * A page of records.
   *
   * @param kind what they are
   * @param count how many there are in all, as the first page has counted them
   * @param unmatched the values of filters and key that nothing in the period has
   * @param next the cursor of the next page; null on the last
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
      List<Map<String, Object>> records,
      @Nullable String next,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> unmatched) {}

  @Operation(
      operationId = "listRecords",
      summary = "Lists the records behind a figure",
      description =
          """
          `from`, `to`, filters, `window` and `scope` as for the figure, with the range of its \
          bucket; `key.NAME`: the value of the breakdown's series. `kind` tells what they are. `/records.csv` gives the same as CSV, all of it up to a million.
          """)
  @Requires({
    Permission.CONVERSATION_RECORDS,
    Permission.DISPUTE_RECORDS,
    Permission.DELIVERY_RECORDS
  })
  @Asked(Asked.As.RECORDS)
  @GetMapping("/records")
  Page list(
      @Parameter(example = "dispute-rate") @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    RecordParameters read = new RecordParameters(parameters, zone);
    RecordsQuery query = read.read(metric(id));
    int limit = read.number("limit", 1, MOST, PAGE);
    RecordPlace place = read.place(query.metric(), query.kind());
    List<RecordRow> rows = place.page(records, query, limit);
    boolean all = place.after() == null && place.offset() == 0 && rows.size() < limit;
    long count = all ? rows.size() : place.count().orElseGet(() -> records.count(query));
    MetricQuery filtered = query.figure().withFilters(query.filters());
    return new Page(
        id,
        query.stat().wireName(),
        query.part().wireName(),
        query.kind().wireName(),
        query.figure().range().from(),
        query.figure().range().to(),
        count,
        limit,
        place.offset(),
        rows.stream().map(row -> json(query.kind(), row)).toList(),
        rows.size() < limit ? null : place.behind(rows.getLast(), count),
        MetricAnswer.values(UnmatchedValues.of(filtered, metrics)));
  }

  @Operation(operationId = "listRecordsAsCsv", summary = "Lists the records behind a figure as CSV")
  @Requires({
    Permission.CONVERSATION_RECORDS,
    Permission.DISPUTE_RECORDS,
    Permission.DELIVERY_RECORDS
  })
  @Asked(Asked.As.RECORDS_AS_CSV)
  @GetMapping(path = "/records.csv", produces = "text/csv")
  void csv(
      @PathVariable String id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    RecordParameters read = new RecordParameters(parameters, zone);
    RecordsQuery query = read.read(metric(id));
    RecordPlace place = read.place(query.metric(), query.kind());
    int limit = read.number("limit", 1, MOST_AS_CSV, MOST_AS_CSV);
    // Asked before the first byte, so that what goes wrong is still told as a problem.
    List<RecordRow> rows = place.page(records, query, Math.min(limit, AT_ONCE));
    try (Sheet sheet = CsvAnswer.open(response, query.metric().id() + "-records")) {
      sheet.row(query.kind().columns().stream().map(RecordColumn::wireName).toList());
      write(sheet, query, rows);
      for (int sent = AT_ONCE; sent < limit && rows.size() == AT_ONCE; sent += AT_ONCE) {
        int next = Math.min(limit - sent, AT_ONCE);
        rows = records.after(query, place.sort(), rows.getLast(), next);
        write(sheet, query, rows);
      }
    }
  }

  /** The metric of that id, whose records who asks may see. */
  private Metric metric(String id) {
    Metric metric = MetricParameters.metric(id);
    access.require(Permission.records(metric.area()));
    return metric;
  }

  private static void write(Sheet sheet, RecordsQuery query, List<RecordRow> rows)
      throws IOException {
    for (RecordRow row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      query.kind().columns().forEach(column -> cells.add(row.value(column)));
      sheet.row(cells);
    }
  }

  private static Map<String, Object> json(RecordKind kind, RecordRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    row.values()
        .forEach(
            (column, value) -> {
              if (kind.columns().contains(column)) {
                values.put(column.wireName(), value);
              }
            });
    return values;
  }
}
