package comms.disputes;

import java.time.Instant;

/**
 * How many disputes are open at a moment.
 *
 * @param open all of them
 * @param day younger than 24 h
 * @param secondDay from 24 h to 48 h
 * @param longer from 48 h on; those whose opening is not known are in none of the three
 * @param overdue those of all ages whose SLA is breached
 * @param withoutSla those of which no state has told what remains
 */
public record Standing(
    Instant at, long open, long day, long secondDay, long longer, long overdue, long withoutSla) {}
