package comms.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Lays the application's answer beside the model's and lists what differs. */
final class Comparison {

  /** Doubles are equal when they differ by less than this share. */
  private static final double TOLERANCE = 1e-9;

  /** Percentiles of more values than this may be estimates, which are off by less than a share. */
  private static final int EXACT_UP_TO = 10_000;

  private static final double ESTIMATE = 0.01;
  private static final Set<String> PERCENTILES = Set.of("p50", "p95", "p99");

  /** What is only counted is divided by nothing that the specification names. */
  private static final Set<String> COUNTS = Set.of("count", "attempts", "step1", "step2", "step3");

  private final Question question;
  private final Answer expected;
  private final JsonNode actual;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Question question, Answer expected, JsonNode actual) {
    this.question = question;
    this.expected = expected;
    this.actual = actual;
  }

  static List<String> differences(Question question, Answer expected, JsonNode actual) {
    Comparison comparison = new Comparison(question, expected, actual);
    comparison.compare();
    return comparison.differences;
  }

  private void compare() {
    equal("metric", question.metric().id(), actual.path("metric").asString(""));
    equal("interval", question.interval(), actual.path("interval").asString(""));
    equal("from", question.range().from(), instant(actual.path("from")));
    equal("to", question.range().to(), instant(actual.path("to")));
    if (!question.metric().targets().isEmpty()) {
      equal("status", expected.status(), actual.path("status").asString(""));
    }
    Set<JsonNode> seen = new HashSet<>();
    for (Answer.Series series : expected.series()) {
      List<JsonNode> same = actual(series);
      if (same.size() == 1) {
        compare(series, same.getFirst());
        seen.add(same.getFirst());
      } else if (!same.isEmpty() || !isEmpty(series)) {
        differ(name(series), "one series", same.size() + " of that key and stat");
      }
    }
    for (JsonNode series : actual.path("series")) {
      if (!seen.contains(series) && !isEmpty(series)) {
        differ(key(series) + " " + series.path("stat").asString(""), "no such series", series);
      }
    }
  }

  private void compare(Answer.Series series, JsonNode other) {
    JsonNode points = other.path("points");
    if (!equal(name(series) + " points", series.points().size(), points.size())) {
      return;
    }
    for (int i = 0; i < series.points().size(); i++) {
      Answer.Point point = series.points().get(i);
      String where = name(series) + " at " + point.start();
      equal(where + " t", point.start(), instant(points.get(i).path("t")));
      equal(where + " partial", point.partial(), points.get(i).path("partial").asBoolean());
      compare(where, series.stat(), point.figure(), points.get(i));
    }
    compare(name(series) + " total", series.stat(), series.total(), other.path("total"));
  }

  private void compare(String where, String stat, Figure figure, JsonNode other) {
    boolean isCount = COUNTS.contains(stat);
    Double value = figure.value();
    JsonNode otherValue = other.path("value");
    // A count of nothing may be shown as 0 or as no data.
    boolean bothEmpty = figure.samples() == 0 && otherValue.isNull();
    if (value == null || !otherValue.isNumber()) {
      if (!bothEmpty) {
        differ(where + " value", String.valueOf(value), otherValue);
      }
    } else {
      boolean estimated = PERCENTILES.contains(stat) && figure.samples() > EXACT_UP_TO;
      number(where + " value", value, otherValue, estimated ? ESTIMATE : TOLERANCE);
    }
    number(where + " numerator", figure.numerator(), other.path("numerator"));
    if (!isCount) {
      number(where + " denominator", figure.denominator(), other.path("denominator"));
    }
    number(where + " samples", figure.samples(), other.path("samples"));
    for (String name : figure.beside()) {
      Double extra = figure.extra().get(name);
      JsonNode otherExtra = other.path("extra").path(name);
      if (extra != null) {
        number(where + " " + name, extra, otherExtra);
      } else if (otherExtra.isNumber()) {
        differ(where + " " + name, "no data", otherExtra);
      }
    }
  }

  private void number(String where, double number, JsonNode other) {
    number(where, number, other, TOLERANCE);
  }

  private void number(String where, double number, JsonNode other, double tolerance) {
    boolean same =
        other.isNumber()
            && Math.abs(number - other.asDouble()) <= tolerance * Math.max(1, Math.abs(number));
    if (!same) {
      differ(where, number, other);
    }
  }

  private List<JsonNode> actual(Answer.Series series) {
    List<JsonNode> same = new ArrayList<>();
    for (JsonNode other : actual.path("series")) {
      if (key(other).equals(series.key())
          && other.path("stat").asString("").equals(series.stat())) {
        same.add(other);
      }
    }
    return same;
  }

  private static Map<String, String> key(JsonNode series) {
    Map<String, String> key = new TreeMap<>();
    series.path("key").properties().forEach(p -> key.put(p.getKey(), p.getValue().asString("")));
    return key;
  }

  private static boolean isEmpty(Answer.Series series) {
    return series.total().numerator() == 0 && series.total().samples() == 0;
  }

  private static boolean isEmpty(JsonNode series) {
    JsonNode total = series.path("total");
    return total.path("numerator").asDouble(0) == 0 && total.path("samples").asDouble(0) == 0;
  }

  private static Instant instant(JsonNode node) {
    return Instant.parse(node.asString("1970-01-01T00:00:00Z"));
  }

  private boolean equal(String where, Object here, Object there) {
    boolean same = here.equals(there);
    if (!same) {
      differ(where, here, there);
    }
    return same;
  }

  private void differ(String where, Object here, Object there) {
    differences.add(Api.path(question) + "\n  " + where + ": expected " + here + ", got " + there);
  }

  private static String name(Answer.Series series) {
    return series.key() + " " + series.stat();
  }
}
