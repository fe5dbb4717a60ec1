package comms.ingestion;

/** What validation says about one event. */
sealed interface Verdict {

  /** The event may be stored. */
  record Accepted(Event event) implements Verdict {}

  /** The event goes to quarantine. */
  record Quarantined(QuarantinedEvent event) implements Verdict {}
}
