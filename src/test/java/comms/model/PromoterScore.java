package comms.model;

import comms.catalog.Dimension;
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
    Figure score = Figure.scaled(100, promoters - detractors, scores.length);
    // How many of one role were asked is left open by the specification.
    return aboutOneRole()
        ? score
        : score.with(
            "response_rate", Figure.ratio(scores.length, 2 * resolved.distinct(key, span)).value());
  }

  private boolean aboutOneRole() {
    String role = Dimension.ROLE.wireName();
    return responses.question().by().contains(role)
        || responses.question().filters().containsKey(role);
  }
}
