package comms.telemetry;

/**
 * How much a counter grew in a minute.
 *
 * @param minute its start, in milliseconds since 1970
 */
public record Increase(Counter counter, long minute, double value) {}
