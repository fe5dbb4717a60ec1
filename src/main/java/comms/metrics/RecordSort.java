package comms.metrics;

/** In which order records come; what is not known comes last. */
public record RecordSort(RecordColumn column, boolean ascending) {}
