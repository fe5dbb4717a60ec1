package comms.model;

/** What the specification says about one element of a batch. */
sealed interface Verdict {

  /** It can be accepted; whether it is a duplicate is decided later. */
  record Fit(KnownEvent event) implements Verdict {}

  /** It tells of a dispute without naming its contract: accepted once the dispute is known. */
  record Awaiting(KnownEvent event, String dispute) implements Verdict {}

  /**
   * It belongs into quarantine.
   *
   * @param event the name as sent, empty when there is none
   * @param reason as the HTTP API names it
   * @param property the property at fault, empty when there is no single one
   */
  record Refused(String event, String reason, String property) implements Verdict {}
}
