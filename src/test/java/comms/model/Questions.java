package comms.model;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The questions that application and model are both asked: every metric with every breakdown at
 * every interval. Over which range an interval is asked about goes round, so that all of them come
 * up, but not all with everything.
 */
final class Questions {

  private static final Map<String, List<String>> VALUES =
      Map.of(
          "initiator_role", List.of("client", "freelancer"),
          "thread_type", List.of("order", "contract"),
          "sender_role", List.of("client"),
          "reason_category", List.of("quality"),
          "resolution", List.of("split", "cancelled"),
          "role", List.of("freelancer"),
          "channel", List.of("email", "web_push", "sms"),
          "error_code", List.of("550"),
          "template", List.of("digest"),
          "drop_reason", List.of("throttled"));

  /** More than most traffic; ends in the middle of every interval. */
  private static final Span ALL = span("2025-02-17T00:00:00Z", "2025-05-10T05:30:00Z");

  /** Starts and ends within an hour, a day, a week and a month. */
  private static final Span CUT = span("2025-03-05T07:23:11.500Z", "2025-04-02T16:41:00Z");

  /** Around the nights in which clocks change in America and in Europe. */
  private static final Span SPRING_WEST = span("2025-03-08T20:10:00Z", "2025-03-10T06:00:00Z");

  private static final Span SPRING_EAST = span("2025-03-29T20:10:00Z", "2025-03-31T06:00:00Z");

  private static final Span NOTHING = span("2019-01-01T00:00:00Z", "2019-01-03T00:00:00Z");

  private final ZoneId zone;
  private final List<Question> questions = new ArrayList<>();
  private final boolean thorough;
  private int turn;

  private Questions(ZoneId zone, int turn, boolean thorough) {
    this.thorough = thorough;
    this.zone = zone;
    this.turn = turn;
  }

  /** All, about events; what is worked out from Prometheus has no events to judge it by. */
  static List<Question> all(ZoneId zone) {
    return questions(zone, 0, true);
  }

  /**
   * Every metric with every breakdown at every interval, without those that no zone matters to.
   *
   * @param turn where the ranges start to go round
   */
  static List<Question> atEveryInterval(ZoneId zone, int turn) {
    return questions(zone, turn, false);
  }

  private static List<Question> questions(ZoneId zone, int turn, boolean thorough) {
    Questions all = new Questions(zone, turn, thorough);
    for (Metric metric : Metric.values()) {
      switch (metric) {
        case WS_RECONNECTS -> {}
        case WS_LATENCY ->
            all.atEveryInterval(Question.of(metric, ALL, "total").by("delivery_channel"));
        default -> all.about(metric);
      }
    }
    return all.questions;
  }

  private void about(Metric metric) {
    Question whole = Question.of(metric, ALL, "total");
    atEveryInterval(whole);
    List<String> names = metric.breakdowns().stream().map(Dimension::wireName).toList();
    names.forEach(name -> atEveryInterval(whole.by(name)));
    if (metric == Metric.FIRST_RESPONSE_TIME) {
      atEveryInterval(whole.withEveryReply());
    }
    if (metric == Metric.CHAT_TO_CONTRACT) {
      atEveryInterval(whole.within(1));
      atEveryInterval(whole.within(3).by("initiator_role"));
    }
    if (thorough) {
      overEveryRange(whole);
      severalAtOnce(whole, names);
      names.forEach(name -> filtered(whole, name, names));
    }
  }

  private void severalAtOnce(Question whole, List<String> names) {
    for (String name : names) {
      for (String other : names.subList(names.indexOf(name) + 1, names.size())) {
        add(whole.over(CUT, "week").by(name, other));
        add(whole.over(ALL, "month").by(other, name).only(name, values(name)));
      }
    }
    if (names.size() > 2) {
      add(whole.by(names.toArray(String[]::new)));
    }
  }

  /** Every value alone, by itself and by one breakdown after the other; and several at once. */
  private void filtered(Question whole, String name, List<String> names) {
    Question weekly = whole.over(CUT, "week");
    for (String value : values(name)) {
      add(weekly.only(name, value));
      add(weekly.only(name, value).by(names.get(turn % names.size())));
    }
    add(weekly.only(name, "", values(name)[0]));
    for (String other : names) {
      if (!other.equals(name)) {
        add(weekly.only(name, values(name)).only(other, values(other)));
      }
    }
  }

  private static String[] values(String dimension) {
    return VALUES.getOrDefault(dimension, List.of()).toArray(String[]::new);
  }

  private void atEveryInterval(Question question) {
    next(question, "hour", hours());
    next(question, "day", days());
    for (String interval : List.of("week", "month", "total")) {
      next(question, interval, longer(interval));
    }
  }

  /** The ranges of an interval that the turn leaves out. */
  private void overEveryRange(Question question) {
    for (UnaryOperator<Question> range : hours()) {
      add(range.apply(question));
    }
    for (UnaryOperator<Question> range : days()) {
      add(range.apply(question));
    }
    add(question.over(CUT, "total"));
  }

  private void next(Question question, String interval, List<UnaryOperator<Question>> ranges) {
    UnaryOperator<Question> range = ranges.get(turn++ % ranges.size());
    Question next = range.apply(question);
    if (!next.interval().equals(interval)) {
      throw new IllegalStateException("not by " + interval + ": " + next);
    }
    add(next);
  }

  private void add(Question question) {
    if (!questions.contains(question)) {
      questions.add(question);
    }
  }

  private List<UnaryOperator<Question>> hours() {
    return List.of(
        question -> question.over(SPRING_WEST, "hour"),
        question -> question.over(SPRING_EAST, "hour"),
        dates("2025-03-08", "2025-03-10", "hour"),
        dates("2025-03-29", "2025-03-31", "hour"),
        dates("2025-10-25", "2025-10-27", "hour"),
        dates("2025-11-01", "2025-11-03", "hour"));
  }

  private List<UnaryOperator<Question>> days() {
    return List.of(
        question -> question.over(ALL, "day"),
        question -> question.over(CUT, "day"),
        question -> question.over(SPRING_EAST, "day"),
        question -> question.over(NOTHING, "day"),
        dates("2025-10-24", "2025-11-04", "day"));
  }

  private List<UnaryOperator<Question>> longer(String interval) {
    return List.of(
        question -> question.over(ALL, interval),
        question -> question.over(CUT, interval),
        dates("2025-03-01", "2025-11-03", interval));
  }

  private UnaryOperator<Question> dates(String from, String to, String interval) {
    return question -> question.over(LocalDate.parse(from), LocalDate.parse(to), zone, interval);
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
