package comms.ingestion.journal;

import java.time.Instant;
import java.util.List;

/** The list of the messages that make up a batch, as the journal keeps it: a line for each. */
record Frozen(String id, Instant at, long backlog, List<String> parts) {

  private static final int HEAD = 3;

  String write() {
    return id + "\n" + at + "\n" + backlog + "\n" + String.join("\n", parts);
  }

  static Frozen read(String text) {
    List<String> lines = text.lines().toList();
    return new Frozen(
        lines.get(0),
        Instant.parse(lines.get(1)),
        Long.parseLong(lines.get(2)),
        lines.subList(HEAD, lines.size()));
  }
}
