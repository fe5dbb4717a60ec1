package comms.model;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The questions that application and model are both asked. */
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

  /** More than all the traffic; ends in the middle of every interval. */
  private static final Span ALL = span("2025-02-17T00:00:00Z", "2025-05-10T05:30:00Z");

  /** Starts and ends within an hour, a day, a week and a month. */
  private static final Span CUT = span("2025-03-05T07:23:11.500Z", "2025-04-02T16:41:00Z");

  /** Around the nights in which clocks change in America and in Europe. */
  private static final Span SPRING_WEST = span("2025-03-08T20:10:00Z", "2025-03-10T06:00:00Z");

  private static final Span SPRING_EAST = span("2025-03-29T20:10:00Z", "2025-03-31T06:00:00Z");

  private static final Span NOTHING = span("2019-01-01T00:00:00Z", "2019-01-03T00:00:00Z");

  private Questions() {}

  /** Those about events; what is worked out from Prometheus has no events to judge it by. */
  static List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      switch (metric) {
        case WS_RECONNECTS -> {}
        case WS_LATENCY ->
            overTime(Question.of(metric, ALL, "total").by("delivery_channel"), questions);
        default -> about(metric, questions);
      }
    }
    return questions;
  }

  private static void about(Metric metric, List<Question> questions) {
    Question whole = Question.of(metric, ALL, "total");
    overTime(whole, questions);
    for (Dimension dimension : metric.breakdowns()) {
      String name = dimension.wireName();
      overTime(whole.by(name), questions);
      for (String value : VALUES.getOrDefault(name, List.of())) {
        Question filtered = Question.of(metric, CUT, "week").only(name, value);
        questions.add(filtered);
        metric.breakdowns().forEach(by -> questions.add(filtered.by(by.wireName())));
      }
    }
    if (metric == Metric.FIRST_RESPONSE_TIME) {
      overTime(whole.withEveryReply(), questions);
    }
  }

  private static void overTime(Question question, List<Question> questions) {
    for (String interval : List.of("day", "week", "month", "total")) {
      questions.add(question.over(ALL, interval));
      questions.add(question.over(CUT, interval));
    }
    questions.add(question.over(SPRING_WEST, "hour"));
    questions.add(question.over(SPRING_EAST, "hour"));
    questions.add(question.over(SPRING_EAST, "day"));
    questions.add(question.over(NOTHING, "day"));
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
