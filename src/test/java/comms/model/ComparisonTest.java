package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Question QUESTION =
      Question.of(Metric.DISPUTE_RATE, new Span(START, START.plusSeconds(86_400)), "day")
          .by("initiator_role");
  private static final Answer EXPECTED = answer(Figure.ratio(1, 3));
  private static final String SAME =
      """
      {"metric":"dispute-rate","interval":"day","status":"off_target",
       "from":"2025-01-01T00:00:00Z","to":"2025-01-02T00:00:00Z",
       "series":[{"key":{"initiator_role":"client"},"stat":"value",
         "points":[{"t":"2025-01-01T00:00:00Z","value":0.33333333333333,"numerator":1,
                    "denominator":3,"samples":3,"partial":false}],
         "total":{"value":0.33333333333333,"numerator":1,"denominator":3,"samples":3}}]}
      """;

  @Test
  void findsNothingWhereAllIsTheSame() {
    assertThat(differences(EXPECTED, SAME)).isEmpty();
  }

  @Test
  void findsAFigureThatDiffersInTheEighthDigit() {
    assertThat(differences(EXPECTED, SAME.replace("0.33333333333333", "0.33333334"))).hasSize(2);
  }

  @Test
  void tellsNoDataFromNought() {
    assertThat(differences(EXPECTED, SAME.replace("0.33333333333333", "null"))).hasSize(2);
    assertThat(
            differences(
                answer(new Figure(null, 0, 3, 3)),
                SAME.replace("\"numerator\":1", "\"numerator\":0")))
        .hasSize(2);
  }

  @Test
  void findsSeriesThatAreTooManyOrTooFew() {
    assertThat(differences(EXPECTED, SAME.replace("client", "freelancer")))
        .hasSize(2)
        .anyMatch(difference -> difference.contains("expected one series"))
        .anyMatch(difference -> difference.contains("expected no such series"));
  }

  @Test
  void findsAnotherBucketAPartialOneAndAnotherStatus() {
    assertThat(differences(EXPECTED, SAME.replace("\"t\":\"2025-01-01", "\"t\":\"2025-01-02")))
        .hasSize(1);
    assertThat(differences(EXPECTED, SAME.replace("\"partial\":false", "\"partial\":true")))
        .hasSize(1);
    assertThat(differences(EXPECTED, SAME.replace("off_target", "at_risk"))).hasSize(1);
  }

  private static List<String> differences(Answer expected, String json) {
    JsonNode actual = new JsonMapper().readTree(json);
    return Comparison.differences(QUESTION, expected, actual);
  }

  private static Answer answer(Figure figure) {
    return new Answer(
        "off_target",
        List.of(
            new Answer.Series(
                Map.of("initiator_role", "client"),
                "value",
                List.of(new Answer.Point(START, figure, false)),
                figure)));
  }
}
