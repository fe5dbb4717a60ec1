package comms.disputes;

import comms.catalog.Dimension;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the contracts behind disputes against contracts without one.
 *
 * <p>Disputed are the contracts with a dispute opened in the range; each is looked at until the
 * first of these disputes. Undisputed are those closed in the range that started at a known time
 * and never had a dispute; each is looked at until it was as old as the disputed ones were at the
 * median, or until it was closed, whichever came first. So neither group is counted for longer.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} when the store does
 * not answer.
 */
public interface ContractsBehind {

  /**
   * @param range when the disputes were opened, and when the others were closed
   * @param values of the disputes: {@code initiator_role} and {@code reason_category}
   */
  record Question(TimeRange range, Map<Dimension, Set<String>> values) {
    public Question {
      values = Map.copyOf(values);
    }
  }

  /** The two groups. */
  enum Group {
    DISPUTED,
    UNDISPUTED;

    public static Optional<Group> named(String wireName) {
      return Arrays.stream(values()).filter(g -> g.wireName().equals(wireName)).findFirst();
    }

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is compared. */
  enum Measure {
    /** The median of the contract's first-response values; the sample are those that have one. */
    REPLY,
    /** Whether a notification failed at least once. */
    ANY_FAILED,
    /** How many notifications failed at least once. */
    FAILED,
    /** How many messages were sent, those of the system left out. */
    MESSAGES;

    public static Optional<Measure> named(String wireName) {
      return Arrays.stream(values()).filter(m -> m.wireName().equals(wireName)).findFirst();
    }

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Both groups.
   *
   * @param medianAgeSec how old the disputed contracts were when the dispute was opened, at the
   *     median; null when that is known of none
   */
  record Comparison(Of disputed, Of undisputed, @Nullable Double medianAgeSec) {

    public Of of(Group group) {
      return group == Group.DISPUTED ? disputed : undisputed;
    }
  }

  /**
   * One group.
   *
   * @param replied how many of the contracts have a first response
   * @param replySec the median of the contracts' medians; null without any
   * @param withFailed how many have a failed notification
   * @param failed the mean number of failed notifications
   * @param messages the median number of messages
   */
  record Of(
      long contracts,
      long replied,
      @Nullable Double replySec,
      long withFailed,
      @Nullable Double failed,
      @Nullable Double messages) {

    public static final Of NONE = new Of(0, 0, null, 0, null, null);

    /** The figure of that measure; null where there is none. */
    public @Nullable Double value(Measure measure) {
      return switch (measure) {
        case REPLY -> replySec;
        case ANY_FAILED -> contracts == 0 ? null : (double) withFailed / contracts;
        case FAILED -> failed;
        case MESSAGES -> messages;
      };
    }

    /** How many contracts that figure was worked out from. */
    public long samples(Measure measure) {
      return measure == Measure.REPLY ? replied : contracts;
    }
  }

  /**
   * One contract.
   *
   * @param startedAt null where it is not known
   * @param until when the counting ends
   * @param replySec the median of its first-response values, null without one
   */
  record Contract(
      String contractId,
      @Nullable Instant startedAt,
      Instant until,
      @Nullable Double replySec,
      long failed,
      long messages) {}

  Comparison compare(Question question);

  /**
   * The contracts that a figure was worked out from, the greatest values first; as many as {@link
   * Of#samples} says.
   */
  List<Contract> page(Question question, Group group, Measure measure, int limit, int offset);

  /** Those that follow one of them in that order, whatever has arrived since it was found. */
  List<Contract> after(Question question, Group group, Measure measure, Contract last, int limit);
}
