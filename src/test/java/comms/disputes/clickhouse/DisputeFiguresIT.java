package comms.disputes.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.catalog.EventName.DISPUTE_STATE_UPDATED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_FAILED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import comms.catalog.Dimension;
import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.disputes.ContractsBehind;
import comms.disputes.ContractsBehind.Comparison;
import comms.disputes.ContractsBehind.Contract;
import comms.disputes.ContractsBehind.Group;
import comms.disputes.ContractsBehind.Measure;
import comms.disputes.ContractsBehind.Of;
import comms.disputes.ContractsBehind.Question;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.disputes.ResolutionTimes;
import comms.disputes.ResolutionTimes.Times;
import comms.disputes.Standing;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import comms.metrics.Buckets;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The figures of the desk; each test has a month and a reason of its own. */
@SpringBootTest
@WithStore(fresh = true)
class DisputeFiguresIT {

  private static final Instant NOW = Instant.parse("2012-01-03T00:00:00Z");

  @Autowired private Journal journal;
  @Autowired private DisputeDesk desk;
  @Autowired private ResolutionTimes times;
  @Autowired private ContractsBehind behind;

  @Test
  void countsAndListsWhatIsOpenByWhatBreachesNext() {
    send(
        opened("young", "2012-01-02T12:00:00Z", "standing"),
        remaining("young", 3600, "2012-01-02T23:30:00Z"),
        opened("late", "2012-01-01T12:00:00Z", "standing"),
        remaining("late", 43_200, "2012-01-02T00:00:00Z"),
        opened("silent", "2011-12-31T00:00:00Z", "standing"),
        opened("over", "2012-01-01T00:00:00Z", "standing"),
        resolved("over", "2012-01-02T00:00:00Z"));

    DisputeFilter open = DisputeFilter.open(NOW).withValues(reason("standing"));

    assertThat(desk.standing(open)).isEqualTo(new Standing(NOW, 3, 1, 1, 1, 1, 1));
    assertThat(ids(open, DisputeSort.BREACH)).containsExactly("late", "young", "silent");
    assertThat(ids(open, new DisputeSort(DisputeSort.Column.BREACH, false)))
        .containsExactly("young", "late", "silent");
    assertThat(ids(open, new DisputeSort(DisputeSort.Column.AGE, true)))
        .containsExactly("young", "late", "silent");
    assertThat(desk.page(open, DisputeSort.BREACH, 1, 1))
        .singleElement()
        .satisfies(
            young -> {
              assertThat(young.slaRemainingSec()).isEqualTo(1800.0);
              assertThat(young.slaBucket()).isEqualTo("<24h");
              assertThat(young.overdue()).isFalse();
            });
    for (Bucket bucket : Bucket.values()) {
      DisputeFilter some = open.withBucket(bucket);
      assertThat(desk.count(some)).isEqualTo(ids(some, DisputeSort.BREACH).size());
    }
    assertThat(ids(open.withBucket(Bucket.OVERDUE), DisputeSort.BREACH)).containsExactly("late");
    assertThat(desk.count(open.withBucket(Bucket.TWO_DAYS))).isEqualTo(2);
  }

  @Test
  void listsWhatWasResolvedInAPeriod() {
    send(
        opened("r1", "2012-02-01T00:00:00Z", "listed"),
        resolved("r1", "2012-02-01T10:00:00Z"),
        opened("r2", "2012-02-01T00:00:00Z", "listed"),
        resolved("r2", "2012-02-05T00:00:00Z"),
        opened("r3", "2012-02-01T00:00:00Z", "listed"));

    TimeRange first = range("2012-02-01T00:00:00Z", "2012-02-05T00:00:00Z");

    assertThat(ids(filter(State.RESOLVED, first), DisputeSort.LATEST)).containsExactly("r1");
    assertThat(ids(filter(State.ALL, first), DisputeSort.BREACH)).containsExactly("r1", "r3");
    assertThat(
            desk.count(new DisputeFilter(State.RESOLVED, Bucket.ANY, reason("listed"), null, NOW)))
        .isEqualTo(2);
  }

  @Test
  void timesOnlyWhatHasAnOpeningAndEndsBucketsBeforeTheirHour() {
    send(
        opened("t1", "2012-05-01T00:00:00Z", "times"),
        resolved("t1", "2012-05-01T10:00:00Z"),
        opened("t2", "2012-05-01T00:00:00Z", "times"),
        resolved("t2", "2012-05-02T00:00:00Z"),
        opened("t3", "2012-05-01T00:00:00Z", "times"),
        resolved("t3", "2012-05-03T00:00:00Z"),
        resolved("t4", "2012-05-03T10:00:00Z").of(Property.CONTRACT_ID, "c-t4"));

    Buckets days =
        Buckets.of(
            range("2012-05-01T00:00:00Z", "2012-05-05T00:00:00Z"), Interval.DAY, ZoneOffset.UTC);
    ResolutionTimes.Answer answer = times.of(days, Map.of());

    assertThat(answer.total()).isEqualTo(new Times(4, 3, 1, 2, 86_400.0));
    assertThat(answer.points())
        .extracting(ResolutionTimes.Point::times)
        .containsExactly(
            new Times(1, 1, 1, 1, 36_000.0),
            new Times(1, 1, 0, 1, 86_400.0),
            new Times(2, 1, 0, 0, 172_800.0),
            Times.NONE);
    assertThat(times.of(days, reason("times")).total().resolved()).isEqualTo(3);
    assertThat(times.of(days, reason("' OR 1 = 1 --")).total()).isEqualTo(Times.NONE);
  }

  @Test
  void holdsDisputedContractsAgainstOthersOfTheSameAge() {
    send(
        started("D1", "td1", "2012-03-01T00:00:00Z"),
        message("m1", "td1", "text", "2012-03-01T01:00:00Z"),
        message("m2", "td1", "text", "2012-03-02T01:00:00Z"),
        message("m3", "td1", "system", "2012-03-03T01:00:00Z"),
        message("m4", "td1", "text", "2012-03-12T00:00:00Z"),
        reply("a1", "td1", 100, "2012-03-02T00:00:00Z"),
        reply("a2", "td1", 300, "2012-03-03T00:00:00Z"),
        reply("a3", "td1", 9999, "2012-03-12T00:00:00Z"),
        dispute("x1", "D1", "2012-03-11T00:00:00Z"),
        started("D2", "", "2012-03-02T00:00:00Z"),
        message("m5", "else", "text", "2012-03-03T00:00:00Z").of(Property.CONTRACT_ID, "D2"),
        reply("a4", "else", 400, "2012-03-03T00:10:00Z").of(Property.CONTRACT_ID, "D2"),
        failure("n1", "D2", "2012-03-04T00:00:00Z"),
        failure("n2", "D2", "2012-03-05T00:00:00Z"),
        failure("n3", "D2", "2012-03-23T00:00:00Z"),
        dispute("x2", "D2", "2012-03-22T00:00:00Z"),
        dispute("x3", "D2", "2012-03-25T00:00:00Z"));
    send(
        started("U1", "tu1", "2012-03-01T00:00:00Z"),
        message("m6", "tu1", "text", "2012-03-05T00:00:00Z"),
        message("m7", "tu1", "text", "2012-03-20T00:00:00Z"),
        reply("a5", "tu1", 50, "2012-03-05T00:00:00Z"),
        failure("n4", "", "2012-03-20T00:00:00Z").of(Property.THREAD_ID, "tu1"),
        closed("U1", "2012-03-30T00:00:00Z"),
        started("U2", "", "2012-03-10T00:00:00Z"),
        failure("n5", "U2", "2012-03-11T00:00:00Z"),
        closed("U2", "2012-03-12T00:00:00Z"),
        started("once disputed", "", "2011-01-01T00:00:00Z"),
        dispute("x4", "once disputed", "2011-02-01T00:00:00Z"),
        closed("once disputed", "2012-03-12T00:00:00Z"));

    Question march = new Question(range("2012-03-01T00:00:00Z", "2012-04-01T00:00:00Z"), Map.of());
    Comparison comparison = behind.compare(march);

    assertThat(comparison.medianAgeSec()).isEqualTo(15 * 86_400.0);
    assertThat(comparison.disputed()).isEqualTo(new Of(2, 2, 300.0, 1, 1.0, 1.5));
    assertThat(comparison.undisputed()).isEqualTo(new Of(2, 1, 50.0, 1, 0.5, 0.5));
    assertThat(behind.page(march, Group.DISPUTED, Measure.FAILED, 10, 0))
        .extracting(Contract::contractId, Contract::failed, Contract::messages)
        .containsExactly(tuple("D2", 2L, 1L), tuple("D1", 0L, 2L));
    assertThat(behind.page(march, Group.UNDISPUTED, Measure.REPLY, 10, 0))
        .containsExactly(
            new Contract(
                "U1",
                Instant.parse("2012-03-01T00:00:00Z"),
                Instant.parse("2012-03-16T00:00:00Z"),
                50.0,
                0,
                1));
    for (Group group : Group.values()) {
      for (Measure measure : Measure.values()) {
        List<Contract> all = behind.page(march, group, measure, 100, 0);
        assertThat(all).hasSize((int) comparison.of(group).samples(measure));
        assertThat(behind.after(march, group, measure, all.getFirst(), 100))
            .isEqualTo(all.subList(1, all.size()));
      }
    }
  }

  @Test
  void withoutDisputesThereIsNothingToCompare() {
    Question early = new Question(range("2009-01-01T00:00:00Z", "2009-02-01T00:00:00Z"), Map.of());

    assertThat(behind.compare(early)).isEqualTo(new Comparison(Of.NONE, Of.NONE, null));
  }

  private List<String> ids(DisputeFilter filter, DisputeSort sort) {
    List<Dispute> all = desk.page(filter, sort, 100, 0);
    for (int place = 0; place < all.size(); place += 2) {
      assertThat(desk.after(filter, sort, all.get(place), 100))
          .as("what follows " + all.get(place))
          .isEqualTo(all.subList(place + 1, all.size()));
    }
    return all.stream().map(Dispute::disputeId).toList();
  }

  private static DisputeFilter filter(State state, TimeRange resolvedIn) {
    return new DisputeFilter(state, Bucket.ANY, reason("listed"), resolvedIn, NOW);
  }

  private static Map<Dimension, Set<String>> reason(String reason) {
    return Map.of(Dimension.REASON_CATEGORY, Set.of(reason));
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }

  private static AnEvent opened(String dispute, String at, String reason) {
    return dispute(dispute, "c-" + dispute, at).of(Property.REASON_CATEGORY, reason);
  }

  private static AnEvent dispute(String dispute, String contract, String at) {
    return anEvent(DISPUTE_OPENED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.CONTRACT_ID, contract)
        .at(at);
  }

  private static AnEvent remaining(String dispute, double seconds, String at) {
    return anEvent(DISPUTE_STATE_UPDATED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.STATE, "under_review")
        .of(Property.SLA_REMAINING_SEC, seconds)
        .at(at);
  }

  private static AnEvent resolved(String dispute, String at) {
    return anEvent(DISPUTE_RESOLVED)
        .of(Property.DISPUTE_ID, dispute)
        .of(Property.RESOLUTION, "split")
        .at(at);
  }

  private static AnEvent started(String contract, String thread, String at) {
    AnEvent event = of(CONTRACT_STARTED, contract, at);
    return thread.isEmpty() ? event : event.of(Property.THREAD_ID, thread);
  }

  private static AnEvent closed(String contract, String at) {
    return of(CONTRACT_CLOSED, contract, at);
  }

  private static AnEvent of(EventName name, String contract, String at) {
    return anEvent(name).of(Property.CONTRACT_ID, contract).at(at);
  }

  private static AnEvent message(String message, String thread, String kind, String at) {
    return anEvent(CHAT_MESSAGE_SENT)
        .of(Property.MESSAGE_ID, message)
        .of(Property.THREAD_ID, thread)
        .of(Property.SENDER_ROLE, "client")
        .of(Property.MESSAGE_KIND, kind)
        .at(at);
  }

  private static AnEvent reply(String message, String thread, double latencySec, String at) {
    return anEvent(CHAT_MESSAGE_REPLIED)
        .of(Property.MESSAGE_ID, message)
        .of(Property.THREAD_ID, thread)
        .of(Property.FIRST_REPLY_LATENCY_SEC, latencySec)
        .at(at);
  }

  private static AnEvent failure(String notification, String contract, String at) {
    AnEvent event =
        anEvent(NOTIFICATION_DELIVERY_FAILED)
            .of(Property.NOTIFICATION_ID, notification)
            .of(Property.CHANNEL, "email")
            .of(Property.RETRY_COUNT, 0L)
            .at(at);
    return contract.isEmpty() ? event : event.of(Property.CONTRACT_ID, contract);
  }

  private void send(AnEvent... events) {
    AnEvent.send(journal, events);
  }
}
