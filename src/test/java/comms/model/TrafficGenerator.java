package comms.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes plausible random traffic of a marketplace, the same for the same seed. */
final class TrafficGenerator {

  /** No message text may be found anywhere behind the door; every text holds this word. */
  static final String CANARY = "CANARY-in-a-message-text";

  private static final Instant START = Instant.parse("2025-02-20T00:00:00Z");
  private static final int DAYS = 50;

  private final Chance chance;
  private final List<Sent> events = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private final List<String> contracts = new ArrayList<>();

  TrafficGenerator(long seed) {
    chance = new Chance(seed);
  }

  /** Traffic of about so many stories, each a handful of events. */
  Traffic traffic(int stories) {
    for (int i = 0; i < stories; i++) {
      Instant time = chance.unused(START.plusSeconds(chance.below(DAYS * 86_400)));
      switch (chance.below(6)) {
        case 0 -> orderChat(time);
        case 1 -> contract(time);
        case 2 -> dispute(time);
        case 3, 4 -> notification(time);
        default -> transport(time);
      }
    }
    return withCopiesAndRubbish();
  }

  private void orderChat(Instant time) {
    String thread = chance.id("thread");
    threads.add(thread);
    Instant contractTime = time.plusSeconds(chance.below(6 * 86_400) - 20_000L);
    if (chance.of(0.95)) {
      add("chat_thread_created", time)
          .put("thread_id", chance.spelled(thread))
          .put("thread_type", chance.one("order", "order", "proposal"))
          .put("participants_count", 2)
          .maybe(0.85, "initiator_role", chance.one("client", "freelancer", "freelancer"))
          .done();
    }
    conversation(thread, "", time);
    if (chance.of(0.5)) {
      contract(chance.unused(contractTime), thread);
    }
  }

  private void contract(Instant time) {
    String thread = chance.of(0.7) ? chance.id("thread") : "";
    String contract = contract(time, "");
    if (!thread.isEmpty()) {
      add("chat_thread_created", chance.after(time, 3600))
          .put("thread_id", chance.spelled(thread))
          .put("thread_type", chance.one("contract", "contract", "dispute"))
          .put("contract_id", chance.spelled(contract))
          .maybe(0.8, "initiator_role", chance.one("client", "support"))
          .done();
      conversation(thread, chance.of(0.5) ? contract : "", time.plusSeconds(4000));
    } else if (chance.of(0.5)) {
      conversation(chance.id("thread"), contract, time);
    }
  }

  private String contract(Instant time, String thread) {
    String contract = chance.id("contract");
    contracts.add(contract);
    if (chance.of(0.92)) {
      add("contract_started", time)
          .put("contract_id", chance.spelled(contract))
          .maybe(thread.isEmpty() ? 0 : 1, "thread_id", chance.spelled(thread))
          .done();
    }
    if (chance.of(0.6)) {
      Instant closed = chance.after(time, 20 * 86_400);
      add("contract_closed", closed)
          .put("contract_id", chance.spelled(contract))
          .maybe(0.5, "reason", chance.one("done", "cancelled"))
          .done();
      if (chance.of(0.4)) {
        add("chat_thread_archived", chance.after(closed, 600))
            .put("contract_id", chance.spelled(contract))
            .maybe(thread.isEmpty() ? 0 : 0.8, "thread_id", thread)
            .done();
      }
    }
    return contract;
  }

  private void conversation(String thread, String contract, Instant start) {
    String first = chance.one("client", "freelancer");
    String second = first.equals("client") ? "freelancer" : "client";
    boolean monologue = chance.of(0.2);
    Instant time = start;
    String lastId = "";
    String lastRole = "";
    int length = chance.below(10);
    for (int i = 0; i < length; i++) {
      // A message has reached its recipient before the next one, so that no latency is negative.
      time = chance.after(time.plusSeconds(21), chance.one(60, 400, 3000, 40_000));
      String role = monologue || chance.of(0.5) ? first : second;
      String kind = chance.of(0.12) ? "system" : chance.one("text", "text", "file", "");
      if (kind.equals("system")) {
        role = "system";
      }
      String id = chance.id("message");
      boolean reply = !lastRole.isEmpty() && !role.equals(lastRole) && !role.equals("system");
      message(id, thread, contract, role, kind, time, reply, lastId);
      if (!kind.equals("system")) {
        if (chance.of(0.75)) {
          received(id, thread, contract, role.equals(first) ? second : first, time);
        }
        lastId = id;
        lastRole = role;
      }
    }
  }

  private void message(
      String id,
      String thread,
      String contract,
      String role,
      String kind,
      Instant time,
      boolean reply,
      String lastId) {
    boolean firstResponse = reply && chance.of(0.5);
    // Where only one of the two reports the reply, it says what the other would say.
    double naming = contract.isEmpty() ? 0 : firstResponse ? 0.8 : chance.one(0, 1);
    if (chance.of(0.95)) {
      Draft sent =
          add("chat_message_sent", time)
              .put("message_id", chance.spelled(id))
              .put("thread_id", chance.spelled(thread))
              .put("sender_role", role)
              .put("text", "Hello, " + CANARY)
              .maybe(kind.isEmpty() ? 0 : 1, "message_kind", kind)
              .maybe(naming, "contract_id", chance.spelled(contract))
              .maybe(0.3, "has_attachment", chance.of(0.5));
      if (firstResponse) {
        sent.put("first_response", true)
            .maybe(0.3, "first_reply_latency_sec", chance.one(12.5, 90, 601.25));
      } else {
        sent.maybe(0.5, "first_response", false);
      }
      sent.done();
    }
    if (reply && chance.of(0.6)) {
      add("chat_message_replied", time)
          .put("message_id", chance.spelled(id))
          .put("thread_id", chance.spelled(thread))
          .maybe(firstResponse ? 0.7 : 1, "sender_role", role)
          .maybe(0.5, "in_reply_to", chance.spelled(lastId))
          .maybe(0.3, "first_reply_latency_sec", chance.below(1500))
          .maybe(naming, "contract_id", chance.spelled(contract))
          .done();
    }
  }

  private void received(String id, String thread, String contract, String role, Instant sent) {
    add("chat_message_received", chance.after(sent, 20))
        .put("message_id", chance.spelled(id))
        .put("thread_id", chance.spelled(thread))
        .maybe(0.8, "recipient_role", role)
        .maybe(contract.isEmpty() ? 0 : 0.5, "contract_id", chance.spelled(contract))
        .done();
  }

  private void dispute(Instant time) {
    String dispute = chance.id("dispute");
    String contract =
        !contracts.isEmpty() && chance.of(0.8) ? chance.one(contracts) : chance.id("contract");
    boolean opened = chance.of(0.9);
    // Whether a dispute without an opening is known through its other events is left open by the
    // specification, so that they all name their contract or none does.
    double naming = opened ? 0.5 : chance.one(0, 1);
    if (opened) {
      add("dispute_opened", time)
          .put("dispute_id", chance.spelled(dispute))
          .put("contract_id", chance.spelled(contract))
          .maybe(0.8, "initiator_role", chance.one("client", "freelancer"))
          .maybe(0.8, "reason_category", chance.one("quality", "payment", "deadline"))
          .maybe(0.2, "sla_bucket", chance.one("<24h", "a day"))
          .done();
    }
    Instant later = time;
    for (int i = chance.below(3); i > 0; i--) {
      later = chance.after(later, 86_400);
      add("dispute_state_updated", later)
          .put("dispute_id", chance.spelled(dispute))
          .put("state", chance.one("review", "arbitration", "waiting"))
          .maybe(0.5, "sla_remaining_sec", 3600 - chance.below(7200))
          .maybe(naming, "contract_id", chance.spelled(contract))
          .done();
    }
    if (chance.of(0.85)) {
      later = chance.after(later, 3 * 86_400);
      add("dispute_resolved", later)
          .put("dispute_id", chance.spelled(dispute))
          .put("resolution", chance.one("win_client", "win_freelancer", "split", "cancelled"))
          .maybe(0.5, "payout_split", "50/50")
          .maybe(naming, "contract_id", chance.spelled(contract))
          .done();
    }
    for (String role : List.of("client", "freelancer")) {
      if (chance.of(0.7)) {
        add("dispute_nps_submitted", chance.after(later, 5 * 86_400))
            .put("dispute_id", chance.spelled(dispute))
            .put("role", role)
            .put("score", chance.below(11))
            .put("comment", "It was " + CANARY)
            .maybe(0.4, "comment_length", chance.below(500))
            .maybe(naming, "contract_id", chance.spelled(contract))
            .done();
      }
    }
  }

  private void notification(Instant time) {
    String notification = chance.id("notification");
    boolean email = chance.of(0.6);
    String scope = !threads.isEmpty() && chance.of(0.5) ? "thread_id" : "contract_id";
    Object id =
        scope.equals("thread_id") ? chance.one(threads) : chance.spelled(chance.id("contract"));
    if (chance.of(0.95)) {
      add("notification_delivery_scheduled", time)
          .put("notification_id", chance.spelled(notification))
          .put("channel", channel(email))
          .put(scope, id)
          .put("email", "someone@example.org")
          .maybe(0.8, "template", chance.one("new_message", "digest"))
          .done();
    }
    Instant later = time;
    int attempts = chance.of(0.3) ? 1 + chance.below(3) : 0;
    for (int attempt = 0; attempt < attempts; attempt++) {
      later = chance.after(later, 86_400);
      add("notification_delivery_failed", later)
          .put("notification_id", chance.spelled(notification))
          .put("channel", channel(email))
          .put(scope, id)
          .maybe(attempt > 0 ? 1 : 0.5, "retry_count", attempt)
          .maybe(0.8, "error_code", chance.one("550", "timeout", "410"))
          .done();
    }
    if (chance.of(0.15)) {
      add("notification_dropped", chance.after(later, 3600))
          .put("notification_id", chance.spelled(notification))
          .put("channel", channel(email))
          .put(scope, id)
          .maybe(0.8, "drop_reason", chance.one("unsubscribed", "throttled"))
          .done();
    }
  }

  private String channel(boolean email) {
    if (chance.of(0.05)) {
      return "sms";
    }
    return email
        ? chance.one("email", "email", "e-mail", "mail")
        : chance.one("web_push", "web push", "webpush", "push");
  }

  private void transport(Instant time) {
    String client = chance.id("client");
    add("ws_connection_opened", time)
        .put("client_id", client)
        .maybe(0.5, "connection_region", "eu")
        .done();
    Instant later = time;
    for (int i = chance.below(6); i > 0; i--) {
      later = chance.after(later, 1000);
      add("chat_message_delivered", later)
          .put("message_id", chance.spelled(chance.id("message")))
          .put("thread_id", "thread-of-" + client)
          .put("delivery_latency_ms", chance.one(12.0, 80.5, 250.0, 1800.25) + chance.below(300))
          .put("delivery_channel", chance.one("ws", "ws", "sse", "poll"))
          .done();
    }
    if (chance.of(0.1)) {
      add("chat_message_failed", chance.after(later, 100))
          .put("message_id", chance.id("message"))
          .put("failure_code", chance.one("moderation", "too_long"))
          .put("thread_id", "thread-of-" + client)
          .done();
    }
    if (chance.of(0.8)) {
      add("ws_connection_closed", chance.after(later, 1000))
          .put("client_id", client)
          .put("close_code", chance.one(1000, 1006))
          .put("uptime_sec", chance.below(5000))
          .maybe(0.5, "fallback_used", chance.of(0.5))
          .done();
    }
  }

  private Traffic withCopiesAndRubbish() {
    List<Object> first = new ArrayList<>();
    List<Object> second = new ArrayList<>();
    for (Sent event : events) {
      first.add(event.json());
      while (chance.of(0.1)) {
        first.add(respelled(event).json());
      }
      if (chance.of(0.1)) {
        second.add(respelled(event).json());
      }
      if (chance.of(0.1)) {
        Map<String, Object> rival = Rivals.of(event, chance);
        if (rival != null) {
          second.add(rival);
        }
      }
    }
    for (int i = 0; i < events.size() / 100; i++) {
      first.addAll(Rubbish.elements(chance, CANARY));
    }
    return new Traffic(first, second).shuffled(chance.below(Integer.MAX_VALUE));
  }

  /** The same content, sent by someone else at the same time. */
  private Sent respelled(Sent event) {
    return event
        .field("distinct_id", chance.one("undefined", "Someone ", "USER-9"))
        .with("$lib", chance.one("web", "posthog-node"));
  }

  private Draft add(String name, Instant time) {
    return new Draft(name, time);
  }

  private final class Draft {
    private final String name;
    private final Instant time;
    private final Map<String, Object> properties = new LinkedHashMap<>();

    Draft(String name, Instant time) {
      this.name = name;
      this.time = time;
    }

    Draft put(String property, Object value) {
      properties.put(property, value);
      return this;
    }

    Draft maybe(double share, String property, @Nullable Object value) {
      if (value != null && chance.of(share)) {
        properties.put(property, value);
      }
      return this;
    }

    void done() {
      events.add(
          new Sent(
              new LinkedHashMap<>(
                  Map.of(
                      "event", name,
                      "timestamp", chance.spelled(time),
                      "distinct_id",
                          chance.one("user-7", 4711, "undefined", " Someone@example.org "),
                      "properties", Map.copyOf(properties)))));
    }
  }
}
