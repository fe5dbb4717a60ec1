package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.EventName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  private final Traffic traffic = new TrafficGenerator(7).traffic(900);

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(new TrafficGenerator(7).traffic(900)).isEqualTo(traffic);
    assertThat(new TrafficGenerator(8).traffic(900)).isNotEqualTo(traffic);
  }

  @Test
  void holdsEveryEventEveryReasonAndDuplicates() {
    Inbox inbox = received(traffic);
    assertThat(traffic.size()).isGreaterThan(4000);
    assertThat(inbox.accepted()).extracting(KnownEvent::name).contains(EventName.values());
    assertThat(inbox.quarantined())
        .extracting(Verdict.Refused::reason)
        .contains(
            "malformed",
            "unknown_event",
            "missing_property",
            "invalid_value",
            "missing_scope",
            "invalid_timestamp");
    assertThat(inbox.duplicates()).isGreaterThan(500);
  }

  @Test
  void nothingIsLost() {
    Inbox inbox = received(traffic);
    assertThat(inbox.accepted().size() + inbox.duplicates() + inbox.quarantined().size())
        .isEqualTo(inbox.sent())
        .isEqualTo(traffic.size());
  }

  @Test
  void itsOrderChangesNothing() {
    assertThat(sorted(received(traffic.shuffled(1)))).isEqualTo(sorted(received(traffic)));
  }

  private static List<KnownEvent> sorted(Inbox inbox) {
    return inbox.accepted().stream().sorted(Comparator.comparing(KnownEvent::key)).toList();
  }

  private static Inbox received(Traffic traffic) {
    Inbox inbox = new Inbox();
    Stream.of(traffic.first(), traffic.second()).forEach(wave -> inbox.receive(wave, null, NOW));
    return inbox;
  }
}
