package comms.model;

import java.util.List;

/** Elements that belong into quarantine, each for one reason. */
final class Rubbish {

  private static final String TIME = "2025-03-03T12:00:00Z";

  private Rubbish() {}

  /** One element of each kind, with the word in every text that must not be kept. */
  static List<Object> elements(Chance chance, String text) {
    Sent message =
        Sent.event("chat_message_sent", TIME)
            .with("message_id", chance.id("message"))
            .with("thread_id", chance.id("thread"))
            .with("sender_role", "client")
            .with("body", text);
    Sent scheduled =
        Sent.event("notification_delivery_scheduled", TIME)
            .with("notification_id", chance.id("notification"))
            .with("channel", "email")
            .with("contract_id", chance.id("contract"));
    Sent nps =
        Sent.event("dispute_nps_submitted", TIME)
            .with("dispute_id", chance.id("dispute"))
            .with("role", "client")
            .with("score", 9)
            .with("contract_id", chance.id("contract"));
    return List.of(
        "not an event",
        42,
        message.field("event", "chat_message_teleported").json(),
        message.with("message_id", null).json(),
        message.with("thread_id", "undefined").json(),
        message.with("sender_role", "landlord").json(),
        message.with("message_kind", "hologram").json(),
        message.with("first_response", "perhaps").json(),
        message.with("first_reply_latency_sec", -1).json(),
        message.field("timestamp", "yesterday").json(),
        message.field("timestamp", "1999-12-31T23:59:59Z").json(),
        scheduled.with("contract_id", null).json(),
        scheduled.with("contract_id", "[object Object]").json(),
        scheduled.with("channel", null).json(),
        nps.with("score", 11).json(),
        nps.with("score", "many").json(),
        nps.with("contract_id", null).json(),
        Sent.event("contract_started", TIME).with("contract_id", "null").json(),
        Sent.event("dispute_resolved", TIME)
            .with("dispute_id", chance.id("dispute"))
            .with("contract_id", chance.id("contract"))
            .with("resolution", "duel")
            .json());
  }
}
