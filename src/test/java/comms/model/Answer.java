package comms.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the specification answers to a question. */
record Answer(String status, List<Series> series) {

  Series of(Map<String, String> key, String stat) {
    return series.stream()
        .filter(s -> s.key().equals(key) && s.stat().equals(stat))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + key + " " + stat + " in " + series));
  }

  record Series(Map<String, String> key, String stat, List<Point> points, Figure total) {}

  /** One bucket, by its own start; its figure counts only what lies inside the range. */
  record Point(Instant start, Figure figure, boolean partial) {}
}
