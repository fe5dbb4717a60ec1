package comms.dashboard;

import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.catalog.Spelling;
import comms.catalog.Stat;
import comms.timeline.Contributions;
import comms.timeline.Contributions.Contribution;
import comms.timeline.Lookup;
import comms.timeline.Neighbours;
import comms.timeline.Neighbours.Neighbour;
import comms.timeline.RecentEvents;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The contract c-1 with many messages, and its thread t/1, of which everything is known. */
class OneContract implements Timelines, Lookup, RecentEvents {

  static final String CONTRACT = "c-1";
  static final String THREAD = "t/1";
  static final int EVENTS = 150;

  private static final Instant START = Instant.parse("2026-04-01T10:00:00Z");

  final List<TimelineEntry> arrived = new CopyOnWriteArrayList<>();

  static TimelineEntry event(String name, int minute, Map<String, Object> properties) {
    Instant at = START.plusSeconds(60L * minute);
    return new TimelineEntry(at, name, "e" + minute, at, "backend", "", properties);
  }

  @Override
  public List<TimelineEntry> of(Subject subject, String id, int limit, int offset) {
    return known(subject, id)
        ? IntStream.range(offset, Math.min(EVENTS, offset + limit))
            .mapToObj(
                i ->
                    event(
                        i == 0 ? "contract_started" : "chat_message_sent",
                        i,
                        Map.of("contract_id", CONTRACT, "thread_id", THREAD)))
            .toList()
        : List.of();
  }

  @Override
  public List<TimelineEntry> after(Subject subject, String id, TimelineEntry last, int limit) {
    List<TimelineEntry> all = of(subject, id, EVENTS, 0);
    return all.stream().filter(entry -> entry.at().isAfter(last.at())).limit(limit).toList();
  }

  @Override
  public String stored(String asked) {
    return Spelling.id(asked).orElse("");
  }

  @Override
  public long count(Subject subject, String id) {
    return known(subject, id) ? EVENTS : 0;
  }

  private static boolean known(Subject subject, String id) {
    return (subject == Subject.CONTRACT && id.equals(CONTRACT))
        || (subject == Subject.THREAD && id.equals(THREAD));
  }

  @Override
  public List<Found> find(String id) {
    return id.equals(CONTRACT)
        ? List.of(
            new Found(Kind.CONTRACT, id, START, START, EVENTS, THREAD, id),
            new Found(Kind.MESSAGE, id, START, START, 1, THREAD, id))
        : List.of();
  }

  @Override
  public List<TimelineEntry> newest(Optional<EventName> event, int limit) {
    return arrived.stream()
        .filter(entry -> event.map(name -> name.wireName().equals(entry.event())).orElse(true))
        .limit(limit)
        .toList();
  }

  /** The neighbours. */
  Neighbours neighbours() {
    return (subject, id) -> List.of(new Neighbour(Subject.THREAD, THREAD, 25));
  }

  /** The figures. */
  Contributions contributions() {
    return (subject, id) ->
        List.of(new Contribution(Metric.DISPUTE_RATE, Stat.VALUE, true, START, 1, "", null));
  }
}
