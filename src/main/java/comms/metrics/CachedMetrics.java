package comms.metrics;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Answers from memory what it can. */
@Component
class CachedMetrics implements Metrics {

  private final AnswerCache<MetricQuery, MetricResult> answers;

  CachedMetrics(MetricService service, StoredGeneration generation, Clock clock) {
    this.answers = new AnswerCache<>(generation, clock, MetricQuery::range, service::answer);
  }

  @Override
  public MetricResult query(MetricQuery query) {
    return answers.answer(query);
  }
}
