package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.disputes.ContractsBehind.Group;
import comms.disputes.ContractsBehind.Measure;
import comms.disputes.ContractsBehind.Question;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.metrics.TimeRange;
import comms.timeline.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskAddressTest {

  @Test
  void aChoiceIsTheSameAfterTheWayThroughTheAddress() {
    QueryParameters filter = QueryParameters.of("period", "7d");
    for (State state : State.values()) {
      for (Bucket bucket : Bucket.values()) {
        DeskChoice choice =
            new DeskChoice(
                state,
                bucket,
                Optional.of(new DisputeSort(DisputeSort.Column.AGE, false)),
                Optional.of(
                    new TimeRange(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-08T00:00:00Z"))));
        QueryParameters address = choice.in(filter);
        assertThat(DeskChoice.of(address)).isEqualTo(choice);
        assertThat(address.getSingleParameter("period")).contains("7d");
        assertThat(DeskChoice.DEFAULT.in(address)).isEqualTo(filter);
      }
    }
  }

  @Test
  void whatCannotBeReadIsTheDefault() {
    QueryParameters wrong =
        QueryParameters.fromString(
            "state=shut&bucket=%3C1h&resolved.from=2026-01-08T00:00:00Z"
                + "&resolved.to=2026-01-01T00:00:00Z&sort=-nothing'%20OR%201");

    assertThat(DeskChoice.of(wrong)).isEqualTo(DeskChoice.DEFAULT);
    assertThat(ContractsLink.of(wrong)).isEmpty();
    assertThat(
            ContractsLink.of(
                QueryParameters.fromString(
                    "group=disputed&measure=reply&from=2026-02-01T00:00:00Z"
                        + "&to=2026-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void aLinkToContractsIsTheSameAfterTheWayThroughTheAddress() {
    ContractsLink link =
        new ContractsLink(
            new Question(
                new TimeRange(
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                Map.of(Dimension.INITIATOR_ROLE, Set.of("client", "freelancer"))),
            Group.UNDISPUTED,
            Measure.FAILED,
            "disputes?period=28d");

    assertThat(ContractsLink.of(new Location(link.href()).getQueryParameters())).contains(link);
  }

  @Test
  void idsThatNoPathCanHoldDoNotLeadToTheDesk() {
    assertThat(new TimelineLink(Subject.DISPUTE, "d-1").href()).isEqualTo("disputes/d-1");
    assertThat(new TimelineLink(Subject.DISPUTE, "a/b").href())
        .isEqualTo("disputes/timeline?id=a%2Fb");
    assertThat(new TimelineLink(Subject.DISPUTE, "timeline").href())
        .isEqualTo("disputes/timeline?id=timeline");
    assertThat(new TimelineLink(Subject.CONTRACT, "timeline").href())
        .isEqualTo("contracts/timeline");
  }
}
