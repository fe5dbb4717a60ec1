package comms.telemetry;

import java.util.List;
import java.util.Map;

/** One series as a server has it: its labels, its name among them, and its samples in order. */
record RawSeries(Map<String, String> labels, List<Sample> samples) {}
