package comms.telemetry;

/**
 * What a counter said at a moment.
 *
 * @param at milliseconds since 1970
 */
public record Sample(long at, double value) {}
