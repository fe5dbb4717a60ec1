package comms.ingestion;

/** The project keys under which events may come in. */
@FunctionalInterface
interface IngestKeys {

  boolean accepts(String key);
}
