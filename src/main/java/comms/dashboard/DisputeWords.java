package comms.dashboard;

import comms.disputes.Dispute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about a dispute, in the reader's language. */
record DisputeWords(Formats formats) {

  private Texts texts() {
    return formats.texts();
  }

  String initiator(Dispute dispute) {
    return texts().value("role", dispute.initiatorRole());
  }

  String reason(Dispute dispute) {
    return texts().value("reason_category", dispute.reasonCategory());
  }

  /** Its last state; of a resolved one how it ended. */
  String state(Dispute dispute) {
    return dispute.resolvedAt() == null
        ? texts().value("state", dispute.state())
        : texts().value("resolution", dispute.resolution());
  }

  /** Who opened it, why, and where it stands. */
  String line(Dispute dispute) {
    List<String> parts = new ArrayList<>();
    parts.add(texts().text("desk.opened-by", initiator(dispute)));
    parts.add(reason(dispute));
    if (dispute.resolvedAt() != null || !dispute.state().isEmpty()) {
      parts.add(state(dispute));
    }
    return String.join(" · ", parts);
  }

  String opened(Dispute dispute) {
    return dispute.openedAt() == null ? Formats.NOTHING : formats.dateTime(dispute.openedAt());
  }

  String age(Dispute dispute) {
    return dispute.ageSec() == null ? Formats.NOTHING : formats.duration(dispute.ageSec());
  }

  /** What stands where the countdown would, for a dispute that has none. */
  String instead(Dispute dispute) {
    return dispute.resolvedAt() == null
        ? texts().text("desk.no-sla")
        : texts().text("desk.resolved-in", age(dispute));
  }

  /** When its SLA is or was breached. */
  static Optional<Instant> deadline(Dispute dispute, Instant at) {
    return Optional.ofNullable(dispute.slaRemainingSec())
        .map(seconds -> at.plusMillis(Math.round(seconds * 1000)));
  }
}
