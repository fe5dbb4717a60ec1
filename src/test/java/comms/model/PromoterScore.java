package comms.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** dispute-nps. */
record PromoterScore(Counted responses, Counted resolved) implements Formula {

  @Override
  public List<String> stats() {
    return List.of("value");
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    return responses.keys(span);
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    double[] scores = responses.sortedNumbers(key, span);
    double promoters = Arrays.stream(scores).filter(score -> score >= 9).count();
    double detractors = Arrays.stream(scores).filter(score -> score <= 6).count();
    // Each dispute has two sides to answer.
    return Figure.scaled(100, promoters - detractors, scores.length)
        .with(
            "response_rate", Figure.ratio(scores.length, 2 * resolved.distinct(key, span)).value());
  }
}
