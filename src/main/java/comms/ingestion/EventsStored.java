package comms.ingestion;

/** Announces within the application that the store has changed; sent after every write. */
public record EventsStored() {}
