package comms.webhooks;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.util.Locale;

/** What becomes of a notification, in the words that all providers share. */
enum Outcome {
  /** The recipient does not want any. */
  UNSUBSCRIBED(true),
  /** Turned away for what it is or where it comes from. */
  BLOCKED(true),
  /** Not even tried, because the address has failed or complained before. */
  SUPPRESSED(true),
  /** The recipient calls it spam. */
  COMPLAINT(true),
  /** Not taken by the provider itself. */
  REJECTED(true),
  /** The address does not exist. */
  HARD_BOUNCE(false),
  /** Given up after trying. */
  SOFT_BOUNCE(false),
  /** Will be tried again. */
  TEMPORARY(false),
  /** The template cannot be filled in. */
  RENDERING_FAILURE(false),
  /** Failed, and nobody says why. */
  UNDETERMINED(false);

  private final boolean drop;

  Outcome(boolean drop) {
    this.drop = drop;
  }

  EventName event() {
    return drop ? EventName.NOTIFICATION_DROPPED : EventName.NOTIFICATION_DELIVERY_FAILED;
  }

  /** The property that says why. */
  Property reason() {
    return drop ? Property.DROP_REASON : Property.ERROR_CODE;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
