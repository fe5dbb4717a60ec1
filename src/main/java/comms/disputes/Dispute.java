package comms.disputes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it stands now.
 *
 * @param openedAt null while its opening has not arrived
 * @param ageSec seconds from the opening to now, or to its resolution; null without an opening
 * @param slaBucket {@code <24h}, {@code 24-48h} or {@code 48h+} by its age, empty without an
 *     opening
 * @param slaRemainingSec of its last state, less the seconds since; null where no state said it,
 *     and once it is resolved
 * @param overdue whether it is open and nothing remains
 */
public record Dispute(
    String disputeId,
    String contractId,
    @Nullable Instant openedAt,
    String initiatorRole,
    String reasonCategory,
    String state,
    @Nullable Double ageSec,
    String slaBucket,
    @Nullable Double slaRemainingSec,
    boolean overdue,
    @Nullable Instant resolvedAt,
    String resolution) {}
