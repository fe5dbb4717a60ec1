package comms.disputes.web;

import comms.api.AskedTime;
import comms.api.Cursor;
import comms.disputes.Dispute;
import comms.disputes.DisputeSort;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of disputes begins.
 *
 * @param at the moment by which every page of the list tells ages and what remains
 * @param last the dispute behind which it begins; null for the beginning
 */
record DisputePlace(Instant at, @Nullable Dispute last) {

  /** The moment, the dispute's id, when it was opened, and what it is sorted by. */
  private static final int VALUES = 4;

  static DisputePlace of(String cursor, String list, DisputeSort sort) {
    List<@Nullable String> values = Cursor.of(cursor, list, VALUES).values();
    try {
      Instant at = time(String.valueOf(values.get(0)));
      String opened = values.get(2);
      Dispute last =
          dispute(
              String.valueOf(values.get(1)),
              opened == null ? null : time(opened),
              sort,
              values.get(3));
      return new DisputePlace(at, last);
    } catch (NumberFormatException | DateTimeException e) {
      throw Cursor.foreign();
    }
  }

  private static Instant time(String millis) {
    Instant time = Instant.ofEpochMilli(Long.parseLong(millis));
    if (!AskedTime.isInReach(time)) {
      throw new DateTimeException("out of reach");
    }
    return time;
  }

  /** So much of a dispute as tells its place. */
  private static Dispute dispute(
      String id, @Nullable Instant opened, DisputeSort sort, @Nullable String value) {
    String text = value == null ? "" : value;
    DisputeSort.Column column = sort.column();
    Double number =
        value != null && (column == DisputeSort.Column.AGE || column == DisputeSort.Column.BREACH)
            ? Double.valueOf(value)
            : null;
    return new Dispute(
        id,
        "",
        opened,
        column == DisputeSort.Column.INITIATOR ? text : "",
        column == DisputeSort.Column.REASON ? text : "",
        column == DisputeSort.Column.STATE ? text : "",
        column == DisputeSort.Column.AGE ? number : null,
        "",
        column == DisputeSort.Column.BREACH ? number : null,
        false,
        column == DisputeSort.Column.RESOLVED && value != null ? time(value) : null,
        "");
  }

  /** The cursor of the place. */
  String cursor(String list, DisputeSort sort) {
    Dispute dispute = last;
    if (dispute == null) {
      throw new IllegalStateException("the beginning of a list has no cursor");
    }
    return Cursor.of(
            Long.toString(at.toEpochMilli()),
            dispute.disputeId(),
            millis(dispute.openedAt()),
            value(dispute, sort))
        .in(list);
  }

  private static @Nullable String value(Dispute dispute, DisputeSort sort) {
    return switch (sort.column()) {
      case BREACH -> number(dispute.slaRemainingSec());
      case AGE -> number(dispute.ageSec());
      case OPENED -> millis(dispute.openedAt());
      case RESOLVED -> millis(dispute.resolvedAt());
      case STATE -> dispute.state();
      case INITIATOR -> dispute.initiatorRole();
      case REASON -> dispute.reasonCategory();
    };
  }

  private static @Nullable String number(@Nullable Double number) {
    return number == null ? null : number.toString();
  }

  private static @Nullable String millis(@Nullable Instant time) {
    return time == null ? null : Long.toString(time.toEpochMilli());
  }
}
