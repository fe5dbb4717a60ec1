package comms.fuzz;

import java.util.Random;

/**
 * A valid element of a request.
 *
 * @param json its text
 * @param key the idempotency key of the event that it becomes
 */
record Sample(String json, String key) {

  /** An event of the SDKs' doors and of the import. */
  static Sample event(String id, String token, Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Sample(
              """
              {"event":"contract_started","distinct_id":"u-%1$s","uuid":"","timestamp":\
              "2026-01-05T10:00:00.123Z","properties":{"contract_id":"%1$s","token":"%2$s",\
              "$lib":"web","tags":["a",{"b":1}]}}"""
                  .formatted(id, token),
              "contract_started:" + id);
      case 1 ->
          new Sample(
              """
              {"event":"chat_message_delivered","properties":{"message_id":"%1$s","thread_id":"t",\
              "delivery_latency_ms":12.5,"delivery_channel":"ws","token":"%2$s"},"offset":570}"""
                  .formatted(id, token),
              "chat_message_delivered:" + id);
      case 2 ->
          new Sample(
              """
              {"type":"capture","event":"dispute_opened","timestamp":1767607200.5,"properties":\
              {"dispute_id":"%1$s","contract_id":"c","reason_category":"late","token":"%2$s",\
              "text":"a \\"quoted\\" } text"},"distinct_id":7}"""
                  .formatted(id, token),
              "dispute_opened:" + id);
      default ->
          new Sample(
              """
              {"event":"notification_delivery_scheduled","properties":{"notification_id":"%1$s",\
              "channel":"email","template":"digest","contract_id":"c","token":"%2$s",\
              "payout_split":{"client":60,"freelancer":40}},"timestamp":"Mon, 5 Jan 2026 10:00:00 GMT"}"""
                  .formatted(id, token),
              "notification_delivery_scheduled:" + id);
    };
  }

  /** An outcome of web push. */
  static Sample outcome(String id, Random random) {
    return random.nextBoolean()
        ? new Sample(
            "{\"notification_id\":\"%s\",\"contract_id\":\"c\",\"status\":410,\"timestamp\":1767607200}"
                .formatted(id),
            "notification_dropped:" + id)
        : new Sample(
            "{\"status\":500,\"notification_id\":\"%s\",\"thread_id\":\"t\",\"retry_count\":2}"
                .formatted(id),
            "notification_delivery_failed:" + id + ":2");
  }

  /** What a provider reports; several in an array where it does so. */
  static Sample report(String path, String id) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "sendgrid" ->
          new Sample(
              """
              {"email":"a@example.com","timestamp":1767607200,"event":"dropped","reason":"x",\
              "sg_event_id":"%1$s","notification_id":"%1$s","contract_id":"c","attempt":"2"}"""
                  .formatted(id),
              "notification_dropped:" + id);
      case "mailgun" ->
          new Sample(
              """
              {"event":"complained","id":"%1$s","timestamp":1767607200.15,"recipient":"a@example.com",\
              "user-variables":{"notification_id":"%1$s","contract_id":"c"},"tags":[]}"""
                  .formatted(id),
              "notification_dropped:" + id);
      case "postmark" ->
          new Sample(
              """
              {"RecordType":"SpamComplaint","ID":42,"Type":"SpamComplaint","Email":"a@example.com",\
              "BouncedAt":"2026-01-05T10:00:00Z","Metadata":{"notification_id":"%1$s",\
              "contract_id":"c"}}"""
                  .formatted(id),
              "notification_dropped:" + id);
      default ->
          new Sample(
              """
              {"eventType":"Complaint","complaint":{"feedbackId":"%1$s","timestamp":\
              "2026-01-05T10:00:00.000Z","complainedRecipients":[{"emailAddress":"a@example.com"}]},\
              "mail":{"tags":{"notification_id":["%1$s"],"contract_id":["c"]},"headers":[]}}"""
                  .formatted(id),
              "notification_dropped:" + id);
    };
  }
}
