package comms.ingestion.journal;

import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.Event;
import comms.ingestion.EventFormats;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IntakeFormatTest {

  private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123Z");

  private final JsonMapper json = JsonMapper.builder().build();
  private final IntakeFormat format = new IntakeFormat(json, EventFormats.with(json));

  @Test
  void whatWasWrittenIsReadAsItWas() {
    Intake intake =
        new Intake(
            "r1",
            List.of(
                delivered("m1"),
                anEvent(EventName.CONTRACT_STARTED).of(Property.CONTRACT_ID, "\"c\\1é\n").build()),
            List.of(
                new QuarantinedEvent(
                    "q1", "r1", AT, "x", QuarantineReason.MALFORMED, "", "{\"event\":1}", "")),
            List.of(new Replayed("q2", AT, QuarantineReason.INVALID_VALUE, delivered("m2"))),
            Map.of("text", 3L));

    List<IntakeFormat.Part> parts = format.write(intake);

    assertThat(parts).singleElement().satisfies(part -> assertThat(part.events()).isEqualTo(4));
    assertThat(format.read(parts.getFirst().content())).isEqualTo(intake);
  }

  @Test
  void aLargeIntakeIsSplitIntoPartsThatFitIntoAMessage() {
    List<Event> events = IntStream.range(0, 3_000).mapToObj(n -> delivered("m" + n)).toList();

    List<IntakeFormat.Part> parts =
        format.write(new Intake("r1", events, List.of(), Map.of("text", 1L)));

    assertThat(parts).hasSizeGreaterThan(3).allMatch(part -> part.content().length < 100 * 1024);
    List<Intake> read = parts.stream().map(part -> format.read(part.content())).toList();
    assertThat(read.stream().flatMap(intake -> intake.accepted().stream()))
        .containsExactlyElementsOf(events);
    assertThat(read.stream().map(Intake::stripped).filter(map -> !map.isEmpty())).hasSize(1);
  }

  private static Event delivered(String message) {
    return anEvent(EventName.CHAT_MESSAGE_DELIVERED)
        .of(Property.MESSAGE_ID, message)
        .of(Property.DELIVERY_LATENCY_MS, 12.5)
        .of(Property.DELIVERY_CHANNEL, "ws")
        .of(Property.THREAD_ID, "t1")
        .build();
  }
}
