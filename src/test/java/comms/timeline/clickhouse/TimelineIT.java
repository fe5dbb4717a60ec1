package comms.timeline.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_DELIVERED;
import static comms.catalog.EventName.CHAT_MESSAGE_FAILED;
import static comms.catalog.EventName.CHAT_MESSAGE_REPLIED;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.EventName.DISPUTE_NPS_SUBMITTED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_FAILED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_SCHEDULED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.catalog.Property;
import comms.catalog.Stat;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import comms.timeline.Contributions;
import comms.timeline.Contributions.Contribution;
import comms.timeline.Lookup;
import comms.timeline.Lookup.Found;
import comms.timeline.Lookup.Kind;
import comms.timeline.Neighbours;
import comms.timeline.Neighbours.Neighbour;
import comms.timeline.RecentEvents;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The story of one contract: a chat, messages, a dispute with an answer, a failed notification. */
@SpringBootTest
@WithStore
class TimelineIT {

  @Autowired private Journal journal;
  @Autowired private Timelines timelines;
  @Autowired private Neighbours neighbours;
  @Autowired private Contributions contributions;
  @Autowired private Lookup lookup;
  @Autowired private RecentEvents recentEvents;

  private final String key = UUID.randomUUID().toString();
  private final String contract = "c-" + key;
  private final String thread = "t-" + key;
  private final String dispute = "d-" + key;
  private final String notification = "n-" + key;
  private final String message = "m:" + key;

  @BeforeEach
  void sendTheStory() {
    send(
        anEvent(CHAT_THREAD_CREATED)
            .of(Property.THREAD_ID, thread)
            .of(Property.THREAD_TYPE, "order")
            .at("2026-01-05T10:00:00Z"),
        anEvent(CHAT_MESSAGE_SENT)
            .of(Property.MESSAGE_ID, message)
            .of(Property.THREAD_ID, thread)
            .of(Property.SENDER_ROLE, "client")
            .at("2026-01-05T10:01:00Z"),
        anEvent(CHAT_MESSAGE_REPLIED)
            .of(Property.MESSAGE_ID, "r-" + key)
            .of(Property.THREAD_ID, thread)
            .of(Property.FIRST_REPLY_LATENCY_SEC, 90.0)
            .at("2026-01-05T10:03:00Z"),
        anEvent(CHAT_MESSAGE_DELIVERED)
            .of(Property.MESSAGE_ID, message)
            .of(Property.THREAD_ID, thread)
            .of(Property.DELIVERY_CHANNEL, "ws")
            .of(Property.DELIVERY_LATENCY_MS, 120.0)
            .at("2026-01-05T10:01:01Z"),
        anEvent(CONTRACT_STARTED)
            .of(Property.CONTRACT_ID, contract)
            .of(Property.THREAD_ID, thread)
            .at("2026-01-06T10:00:00Z"),
        anEvent(CONTRACT_CLOSED).of(Property.CONTRACT_ID, contract).at("2026-01-20T10:00:00Z"),
        anEvent(DISPUTE_OPENED)
            .of(Property.DISPUTE_ID, dispute)
            .of(Property.CONTRACT_ID, contract)
            .at("2026-01-10T10:00:00Z"),
        anEvent(DISPUTE_RESOLVED)
            .of(Property.DISPUTE_ID, dispute)
            .of(Property.RESOLUTION, "split")
            .of(Property.CONTRACT_ID, contract)
            .at("2026-01-11T10:00:00Z"),
        anEvent(DISPUTE_NPS_SUBMITTED)
            .of(Property.DISPUTE_ID, dispute)
            .of(Property.ROLE, "client")
            .of(Property.SCORE, 9L)
            .of(Property.CONTRACT_ID, contract)
            .at("2026-01-12T10:00:00Z"),
        anEvent(NOTIFICATION_DELIVERY_SCHEDULED)
            .of(Property.NOTIFICATION_ID, notification)
            .of(Property.CHANNEL, "email")
            .of(Property.CONTRACT_ID, contract)
            .at("2026-01-07T10:00:00Z"),
        anEvent(NOTIFICATION_DELIVERY_FAILED)
            .of(Property.NOTIFICATION_ID, notification)
            .of(Property.CHANNEL, "email")
            .of(Property.RETRY_COUNT, 0L)
            .of(Property.CONTRACT_ID, contract)
            .at("2026-01-07T10:05:00Z"));
  }

  @Test
  void aContractsTimelineIsReadPageByPage() {
    List<TimelineEntry> all = timelines.of(Subject.CONTRACT, contract, 100, 0);

    assertThat(timelines.count(Subject.CONTRACT, contract)).isEqualTo(11);
    assertThat(all).hasSize(11).extracting(TimelineEntry::at).isSorted();
    assertThat(timelines.of(Subject.CONTRACT, contract, 3, 4)).isEqualTo(all.subList(4, 7));
  }

  @Test
  void everyNeighbourIsOneStepAway() {
    Neighbour[] threadDisputeNotification = {
      new Neighbour(Subject.THREAD, thread, 1),
      new Neighbour(Subject.DISPUTE, dispute, 1),
      new Neighbour(Subject.NOTIFICATION, notification, 1)
    };

    assertThat(neighbours.of(Subject.CONTRACT, contract))
        .containsExactlyInAnyOrder(threadDisputeNotification);
    assertThat(neighbours.of(Subject.DISPUTE, dispute))
        .containsExactlyInAnyOrder(
            new Neighbour(Subject.CONTRACT, contract, 1),
            threadDisputeNotification[0],
            threadDisputeNotification[2]);
    assertThat(neighbours.of(Subject.THREAD, thread))
        .contains(new Neighbour(Subject.CONTRACT, contract, 1), threadDisputeNotification[1]);
  }

  @Test
  void tellsWhichFiguresItContributedTo() {
    assertThat(contributions.of(Subject.CONTRACT, contract))
        .extracting(Contribution::metric, Contribution::counted, c -> c.at().toString())
        .containsExactly(
            tuple(Metric.CONTACT_SHARE, true, "2026-01-06T10:00:00Z"),
            tuple(Metric.DISPUTE_RATE, true, "2026-01-10T10:00:00Z"),
            tuple(Metric.DISPUTE_RATE, false, "2026-01-20T10:00:00Z"));
    assertThat(contributions.of(Subject.THREAD, thread))
        .extracting(Contribution::metric, Contribution::stat, Contribution::value)
        .containsExactly(
            tuple(Metric.CHAT_TO_CONTRACT, Stat.STEP3, null),
            tuple(Metric.FIRST_RESPONSE_TIME, Stat.P95, 90.0),
            tuple(Metric.WS_LATENCY, Stat.P95, null));
    assertThat(contributions.of(Subject.DISPUTE, dispute))
        .extracting(Contribution::metric, Contribution::by, Contribution::value)
        .containsExactly(
            tuple(Metric.DISPUTE_RATE, "", null),
            tuple(Metric.DISPUTE_OUTCOMES, "split", null),
            tuple(Metric.DISPUTE_NPS, "client", 9.0));
    assertThat(contributions.of(Subject.NOTIFICATION, notification))
        .extracting(Contribution::metric, Contribution::stat, Contribution::counted)
        .containsExactlyInAnyOrder(
            tuple(Metric.DELIVERY_FAILURES, Stat.VALUE, false),
            tuple(Metric.DELIVERY_FAILURES, Stat.VALUE, true),
            tuple(Metric.DELIVERY_FAILURES, Stat.ATTEMPTS, true),
            tuple(Metric.DELIVERY_DROPS, Stat.VALUE, false));
  }

  @Test
  void pagesByTheEventBeforeWhateverArrivesMeanwhile() {
    List<TimelineEntry> all = timelines.of(Subject.CONTRACT, contract, 100, 0);
    List<TimelineEntry> pages = new ArrayList<>(timelines.of(Subject.CONTRACT, contract, 3, 0));
    send(
        anEvent(CHAT_MESSAGE_SENT)
            .of(Property.MESSAGE_ID, "early-" + key)
            .of(Property.THREAD_ID, thread)
            .of(Property.SENDER_ROLE, "client")
            .at("2026-01-05T10:00:30Z"));
    for (int page = 0; page < 10; page++) {
      pages.addAll(timelines.after(Subject.CONTRACT, contract, pages.getLast(), 2));
    }

    assertThat(pages).isEqualTo(all);
  }

  @Test
  void findsWhateverHasTheId() {
    assertThat(lookup.find("  " + contract + " "))
        .extracting(Found::kind)
        .containsExactly(Kind.CONTRACT);
    assertThat(lookup.find(thread)).extracting(Found::kind).containsExactly(Kind.THREAD);
    assertThat(lookup.find(dispute)).extracting(Found::events).containsExactly(3L);
    assertThat(lookup.find(notification)).extracting(Found::contractId).containsExactly(contract);
    assertThat(lookup.find("nothing-" + key)).isEmpty();
    assertThat(lookup.find("' OR 1=1 --")).isEmpty();
  }

  @Test
  void findsAMessageByTheEventsThatCarryItsId() {
    send(
        anEvent(CHAT_MESSAGE_FAILED)
            .of(Property.MESSAGE_ID, "f-" + key)
            .of(Property.FAILURE_CODE, "blocked")
            .of(Property.THREAD_ID, thread));

    assertThat(lookup.find(message))
        .extracting(Found::kind, Found::events, Found::threadId)
        .containsExactly(tuple(Kind.MESSAGE, 2L, thread));
    assertThat(lookup.find("f-" + key))
        .extracting(Found::kind, Found::events)
        .containsExactly(tuple(Kind.MESSAGE, 1L));
    assertThat(lookup.find("f-")).isEmpty();
  }

  @Test
  void theNewestEventsComeFirstAndDuplicatesAreNone() {
    String late = "late-" + key;
    send(anEvent(CONTRACT_STARTED).of(Property.CONTRACT_ID, late).at("2026-03-01T00:00:00Z"));
    send(anEvent(CONTRACT_CLOSED).of(Property.CONTRACT_ID, late).at("2026-03-02T00:00:00Z"));
    send(anEvent(CONTRACT_STARTED).of(Property.CONTRACT_ID, late).at("2026-03-01T00:00:00Z"));

    assertThat(mine(recentEvents.newest(Optional.empty(), 100), late))
        .extracting(TimelineEntry::event)
        .containsExactly("contract_closed", "contract_started");
    List<TimelineEntry> starts = recentEvents.newest(Optional.of(EventName.CONTRACT_STARTED), 100);
    assertThat(mine(starts, late)).hasSize(1);
    assertThat(starts).extracting(TimelineEntry::event).containsOnly("contract_started");
    assertThat(recentEvents.newest(Optional.empty(), 1)).hasSizeLessThanOrEqualTo(1);
  }

  private static List<TimelineEntry> mine(List<TimelineEntry> entries, String id) {
    return entries.stream().filter(entry -> entry.eventId().equals(id)).toList();
  }

  private void send(AnEvent... events) {
    AnEvent.send(journal, events);
  }
}
