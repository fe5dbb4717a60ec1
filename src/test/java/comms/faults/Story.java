package comms.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * One chat from its first message to its last notification, with the contract and the dispute that
 * it may lead to. Its steps are ten minutes apart, so that no clock's error changes their order.
 */
final class Story {

  private static final Duration STEP = Duration.ofMinutes(10);

  private final String id;
  private final RandomGenerator random;
  private final List<Draft> drafts = new ArrayList<>();
  private Instant time;

  /** An event that has no sender yet; its id may still take the sender's time. */
  record Draft(
      String name, String id, boolean timed, Instant time, Map<String, Object> properties) {

    SentEvent by(Duration clock) {
      Instant sent = time.plus(clock);
      String whole = timed ? id + ":" + sent.getEpochSecond() : id;
      return new SentEvent(name, whole, sent, properties, false);
    }
  }

  private Story(String id, Instant start, RandomGenerator random) {
    this.id = id;
    this.time = start;
    this.random = random;
  }

  static List<Draft> of(String id, Instant start, RandomGenerator random) {
    Story story = new Story(id, start, random);
    story.tellChat();
    if (story.chance(0.7)) {
      story.tellContract();
    }
    return story.drafts;
  }

  private void tellChat() {
    add("chat_thread_created", thread(), "thread_type", "order", "initiator_role", "client");
    String asked = "";
    int messages = random.nextInt(6);
    for (int i = 0; i < messages; i++) {
      String message = id + "-m" + i;
      String role = i % 2 == 0 ? "client" : "freelancer";
      add("chat_message_sent", message, "message_id", message, "sender_role", role);
      add(
          "chat_message_delivered",
          message,
          "message_id",
          message,
          "delivery_latency_ms",
          random.nextInt(20, 900),
          "delivery_channel",
          chance(0.8) ? "ws" : "poll");
      if (i % 2 == 1) {
        add(
            "chat_message_replied",
            message,
            "message_id",
            message,
            "in_reply_to",
            asked,
            "sender_role",
            role,
            "first_reply_latency_sec",
            random.nextInt(5, 1200));
      }
      asked = message;
    }
    tellNotification();
  }

  private void tellContract() {
    add("contract_started", contract(), "contract_id", contract());
    tellNotification();
    if (chance(0.3)) {
      tellDispute();
    }
    if (chance(0.6)) {
      add("contract_closed", contract(), "contract_id", contract(), "reason", "done");
    }
  }

  private void tellDispute() {
    String dispute = id + "-d";
    add(
        "dispute_opened",
        dispute,
        "dispute_id",
        dispute,
        "contract_id",
        contract(),
        "initiator_role",
        chance(0.5) ? "client" : "freelancer",
        "reason_category",
        "quality");
    for (String state : List.of("under_review", "mediation")) {
      tellState(dispute, state);
    }
    if (chance(0.8)) {
      add(
          "dispute_resolved",
          dispute,
          "dispute_id",
          dispute,
          "contract_id",
          contract(),
          "resolution",
          chance(0.5) ? "split" : "win_client");
      for (String role : List.of("client", "freelancer")) {
        add(
            "dispute_nps_submitted",
            dispute + ":" + role,
            "dispute_id",
            dispute,
            "contract_id",
            contract(),
            "role",
            role,
            "score",
            random.nextInt(11));
      }
    }
  }

  /** Half of them leave out the contract, and wait for the dispute's opening. */
  private void tellState(String dispute, String state) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("dispute_id", dispute);
    properties.put("state", state);
    if (chance(0.5)) {
      properties.put("contract_id", contract());
    }
    drafts.add(new Draft("dispute_state_updated", dispute + ":" + state, true, next(), properties));
  }

  private void tellNotification() {
    String notification = id + "-n" + drafts.size();
    String channel = chance(0.5) ? "email" : "web_push";
    about("notification_delivery_scheduled", notification, channel, notification);
    if (chance(0.2)) {
      about("notification_delivery_failed", notification + ":0", channel, notification);
    }
    if (chance(0.1)) {
      about("notification_dropped", notification, channel, notification);
    }
  }

  private void about(String name, String eventId, String channel, String notification) {
    add(name, eventId, "notification_id", notification, "channel", channel);
  }

  private void add(String name, String eventId, Object... namesAndValues) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put("thread_id", thread());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    drafts.add(new Draft(name, eventId, false, next(), properties));
  }

  private Instant next() {
    time = time.plus(STEP);
    return time;
  }

  private String thread() {
    return id + "-t";
  }

  private String contract() {
    return id + "-c";
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
