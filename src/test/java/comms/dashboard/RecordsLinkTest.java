package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.RecordColumn;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import comms.timeline.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsLinkTest {

  private final RecordsQuery outcomes =
      new RecordsQuery(
          MetricQuery.of(
                  Metric.DISPUTE_OUTCOMES,
                  new TimeRange(
                      Instant.parse("2026-10-12T00:00:00Z"), Instant.parse("2026-10-19T00:00:00Z")),
                  Interval.WEEK)
              .withFilters(Map.of(Dimension.INITIATOR_ROLE, Set.of("client", "a & b"))),
          Stat.COUNT,
          Map.of(Dimension.RESOLUTION, ""),
          Part.ALL);

  @Test
  void survivesItsOwnUrl() {
    RecordsLink link =
        new RecordsLink(
            outcomes,
            new RecordSort(RecordColumn.OPENED_AT, true),
            "product?period=28d&interval=auto&compare=none");
    String query = link.href().substring(link.href().indexOf('?') + 1);

    assertThat(RecordsLink.of(QueryParameters.fromString(query))).contains(link);
    assertThat(RecordsLink.of(link.toQueryParameters())).contains(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org", "//example.org", "javascript:alert(1)", "/x"})
  void leadsNowhereOutsideTheApplication(String back) {
    String href = RecordsLink.of(outcomes, "").href() + "&back=";
    QueryParameters parameters =
        QueryParameters.fromString(href.substring(href.indexOf('?') + 1))
            .excluding("back")
            .merging("back", back);

    assertThat(RecordsLink.of(parameters)).map(RecordsLink::back).contains("product");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "metric=nothing&stat=value&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
        "metric=dispute-rate&stat=value&from=yesterday&to=2026-01-02T00:00:00Z",
        "metric=dispute-rate&stat=value&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"
      })
  void anAddressThatNamesNoFigureIsNone(String query) {
    assertThat(RecordsLink.of(QueryParameters.fromString(query))).isEmpty();
  }

  @Test
  void anIdThatNoPathCanHoldGoesIntoAParameter() {
    assertThat(new TimelineLink(Subject.THREAD, "t-1").href()).isEqualTo("threads/t-1");
    assertThat(new TimelineLink(Subject.THREAD, "a/b").href()).isEqualTo("threads?id=a%2Fb");
    assertThat(new TimelineLink(Subject.CONTRACT, "..").href()).isEqualTo("contracts?id=..");
  }
}
