package comms.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Deliveries of senders whose clocks are wrong, or that tell time by what has passed since.
 *
 * <p>When they truly happened depends on the moment of their arrival. So every story happens from
 * the 12th to the 20th minute of an hour, away from the edges of every bucket and range that is
 * asked about, and comes in one request, which keeps the times between its events exact.
 */
final class WrongClocks {

  /** The hours around the nights in which clocks change. */
  private static final List<String> NIGHTS =
      List.of(
          "2025-03-09T03:00:00Z",
          "2025-03-29T23:00:00Z",
          "2025-10-25T22:00:00Z",
          "2025-11-02T02:00:00Z");

  private static final int HOURS_OF_A_NIGHT = 5;

  /** Stories in a delivery. */
  private static final int STORIES = 4;

  /** Minutes by which clocks are slow. */
  private static final int[] SLOW = {-190, -61, -35, -4, 3, 17, 44, 90};

  private static final Instant START = Instant.parse("2025-02-20T00:00:00Z");
  private static final int HOURS = 50 * 24;

  private final Chance chance;
  private final Random order;
  private final Instant now;

  /**
   * @param now when the deliveries are sent
   */
  WrongClocks(long seed, Instant now) {
    chance = new Chance(seed);
    order = new Random(seed);
    this.now = now;
  }

  List<Delivery> deliveries() {
    List<Instant> hours = new ArrayList<>();
    for (String night : NIGHTS) {
      for (int hour = 0; hour < HOURS_OF_A_NIGHT; hour++) {
        hours.add(Instant.parse(night).plus(Duration.ofHours(hour)));
      }
    }
    while (hours.size() < 60) {
      hours.add(START.plus(Duration.ofHours(chance.below(HOURS))));
    }
    Collections.shuffle(hours, order);
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < hours.size(); i += STORIES) {
      List<Sent> stories =
          hours.subList(i, i + STORIES).stream()
              .flatMap(hour -> story(hour.plus(Duration.ofMinutes(12))).stream())
              .toList();
      deliveries.add(
          i % 3 == 0 ? byOffset(stories) : skewed(stories, SLOW[i / STORIES % SLOW.length]));
    }
    deliveries.add(ahead());
    Collections.shuffle(deliveries, order);
    return deliveries;
  }

  /** A sender that is minutes or hours slow or fast; what it sends says when it did so. */
  private Delivery skewed(List<Sent> story, int minutes) {
    Duration slow = Duration.ofMinutes(minutes);
    return new Delivery(
        shuffled(
            story.stream()
                .map(event -> event.field("timestamp", time(event).minus(slow).toString()))),
        Delivery.Shape.BATCH,
        now.minus(slow),
        chance.of(0.3));
  }

  /** A sender that says how many milliseconds ago it happened. */
  private Delivery byOffset(List<Sent> story) {
    return new Delivery(
        shuffled(
            story.stream()
                // Their ids would be made of the moment of their arrival.
                .filter(event -> !event.name().matches("ws_.*|dispute_state_updated"))
                .map(
                    event ->
                        event
                            .field("timestamp", null)
                            .field("offset", Duration.between(time(event), now).toMillis()))),
        chance.of(0.7) ? Delivery.Shape.ARRAY : Delivery.Shape.BATCH,
        null,
        false);
  }

  /** What would lie in the future happened as it arrived. */
  private Delivery ahead() {
    Duration slow = Duration.ofMinutes(30);
    return new Delivery(
        List.of(
            Sent.event("notification_delivery_scheduled", now)
                .with("notification_id", id("notification"))
                .with("channel", "email")
                .with("contract_id", id("contract"))
                .json()),
        Delivery.Shape.BATCH,
        now.minus(slow),
        false);
  }

  private List<Sent> story(Instant start) {
    String thread = id("thread");
    String contract = id("contract");
    String question = id("message");
    String answer = id("message");
    String dispute = id("dispute");
    String notification = id("notification");
    List<Sent> story = new ArrayList<>();
    story.add(
        Sent.event("chat_thread_created", start)
            .with("thread_id", thread)
            .with("thread_type", "order")
            .with("initiator_role", chance.one("client", "freelancer")));
    story.add(message(question, thread, "client", start.plusMillis(30_000 + chance.below(9_000))));
    story.add(
        Sent.event("chat_message_received", start.plusMillis(40_000 + chance.below(9_000)))
            .with("message_id", question)
            .with("thread_id", thread)
            .with("recipient_role", "freelancer"));
    Instant answered = start.plusMillis(60_000 + chance.below(60_000));
    story.add(message(answer, thread, "freelancer", answered).with("first_response", true));
    if (chance.of(0.5)) {
      story.add(
          Sent.event("chat_message_replied", answered)
              .with("message_id", answer)
              .with("thread_id", thread)
              .with("sender_role", "freelancer")
              .with("in_reply_to", chance.of(0.5) ? question : null));
    }
    story.add(
        Sent.event("contract_started", start.plusMillis(130_000 + chance.below(60_000)))
            .with("contract_id", contract)
            .with("thread_id", thread));
    story.add(Sent.event("contract_closed", start.plusSeconds(210)).with("contract_id", contract));
    story.add(
        Sent.event("dispute_opened", start.plusSeconds(220))
            .with("dispute_id", dispute)
            .with("contract_id", contract)
            .with("initiator_role", chance.one("client", "freelancer"))
            .with("reason_category", chance.one("quality", "payment")));
    story.add(
        Sent.event("dispute_state_updated", start.plusSeconds(230))
            .with("dispute_id", dispute)
            .with("state", "review"));
    story.add(
        Sent.event("dispute_resolved", start.plusSeconds(240))
            .with("dispute_id", dispute)
            .with("resolution", chance.one("win_client", "split")));
    story.add(
        Sent.event("dispute_nps_submitted", start.plusSeconds(250))
            .with("dispute_id", dispute)
            .with("role", chance.one("client", "freelancer"))
            .with("score", chance.below(11)));
    Sent attempt =
        Sent.event("notification_delivery_scheduled", start)
            .with("notification_id", notification)
            .with("channel", chance.one("email", "push"))
            .with("contract_id", contract);
    story.add(attempt.with("template", "digest"));
    story.add(
        attempt
            .field("event", "notification_delivery_failed")
            .field("timestamp", start.plusSeconds(5).toString())
            .with("error_code", chance.one("550", "410")));
    story.add(
        attempt
            .field("event", "notification_dropped")
            .field("timestamp", start.plusSeconds(15).toString())
            .with("drop_reason", "throttled"));
    story.add(
        Sent.event("chat_message_delivered", start.plusSeconds(31))
            .with("message_id", question)
            .with("thread_id", thread)
            .with("delivery_latency_ms", 20 + chance.below(900))
            .with("delivery_channel", chance.one("ws", "sse")));
    for (String connection : List.of("ws_connection_opened", "ws_connection_closed")) {
      story.add(Sent.event(connection, start.plusSeconds(1)).with("client_id", id("client")));
    }
    return story;
  }

  private static Sent message(String id, String thread, String role, Instant time) {
    return Sent.event("chat_message_sent", time)
        .with("message_id", id)
        .with("thread_id", thread)
        .with("sender_role", role);
  }

  /** An id that no other traffic uses. */
  private String id(String kind) {
    return "off-clock-" + chance.id(kind);
  }

  private static Instant time(Sent event) {
    return Instant.parse(String.valueOf(event.json().get("timestamp")));
  }

  private List<Object> shuffled(Stream<Sent> events) {
    List<Object> elements = new ArrayList<>(events.map(Sent::json).toList());
    Collections.shuffle(elements, order);
    return elements;
  }
}
