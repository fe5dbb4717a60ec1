package comms.metrics.web;

import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import comms.metrics.UnmatchedValues;
import comms.security.Access;
import comms.security.Permission;
import comms.security.Requires;
import comms.tables.Sheet;
import comms.targets.Targets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions to the metrics over HTTP. */
@RestController
@RequestMapping("/api/v1/metrics")
@Tag(name = "Metrics")
class MetricsController {

  private final Metrics metrics;
  private final SendingAnswers sending;
  private final Targets targets;
  private final Access access;
  private final ZoneId zone;
  private final Clock clock;

  MetricsController(
      Metrics metrics,
      SendingAnswers sending,
      Targets targets,
      Access access,
      ZoneId zone,
      Clock clock) {
    this.metrics = metrics;
    this.sending = sending;
    this.targets = targets;
    this.access = access;
    this.zone = zone;
    this.clock = clock;
  }

  @Operation(summary = "Lists the ten metrics, with the targets in force")
  @Requires(Permission.CATALOG)
  @GetMapping
  List<MetricDescription> list() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return Arrays.stream(Metric.values())
        .map(metric -> MetricDescription.of(metric, targets.of(metric).on(today)))
        .toList();
  }

  @Operation(
      summary = "Answers a question to one metric",
      description =
          """
          Parameters: `from` (included) and `to` (excluded) as dates in the dashboard's zone or as \
          ISO instants; `interval`: hour, day, week, month or total (day without it); `by`: the \
          breakdown, several with commas; `filter.NAME`: a value that counts, repeated for several; \
          `window` (days, chat-to-contract); `scope`: contract or all (first-response-time); `cohort`: answered or resolved (dispute-nps); `top`, 1 to 200: how many values of each \
          dimension of the breakdown have series of their own, those with the greatest numerators, \
          the others share one: its `others` names the dimension, and that of the answer says how \
          many values they are. An answer has at most 200,000 figures (buckets times series); what \
          would have more is refused, and `figures` of the problem says how many. \
          Values of filters are understood in every spelling that the catalog knows; those that \
          nothing in the period has are listed as `unmatched`. With `.csv` behind the id the same comes as CSV.
          """)
  @Requires({
    Permission.CONVERSATION_FIGURES,
    Permission.DISPUTE_FIGURES,
    Permission.DELIVERY_FIGURES
  })
  @GetMapping("/{id}")
  MetricAnswer answer(
      @Parameter(example = "delivery-failures") @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    MetricQuery query = query(id, parameters);
    sending.hold(metrics.bytes(query));
    return MetricAnswer.of(metrics.query(query), UnmatchedValues.of(query, metrics));
  }

  @Operation(summary = "Answers a question to one metric as CSV")
  @Requires({
    Permission.CONVERSATION_FIGURES,
    Permission.DISPUTE_FIGURES,
    Permission.DELIVERY_FIGURES
  })
  @GetMapping(path = "/{id}.csv", produces = "text/csv")
  void csv(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    MetricQuery query = query(id, parameters);
    sending.hold(metrics.bytes(query));
    // Asked before the first byte, so that what goes wrong is still told as a problem.
    MetricResult result = metrics.query(query);
    try (Sheet sheet = CsvAnswer.open(response, id)) {
      MetricCsv.write(result, query, sheet);
    }
  }

  private MetricQuery query(String id, MultiValueMap<String, String> parameters) {
    Metric metric = MetricParameters.metric(id);
    access.require(Permission.figures(metric.area()));
    return new MetricParameters(parameters, zone).read(metric);
  }
}
