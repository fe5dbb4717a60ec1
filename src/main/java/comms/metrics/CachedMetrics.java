package comms.metrics;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Answers from memory what it can. */
@Component
class CachedMetrics implements Metrics {

  private final MetricService service;
  private final AnswerCache<MetricQuery, MetricResult> answers;

  CachedMetrics(MetricService service, StoredGeneration generation, Clock clock) {
    this.service = service;
    this.answers =
        new AnswerCache<>(generation, clock, MetricQuery::range, service::answer, Weight::of);
  }

  @Override
  public MetricResult query(MetricQuery query) {
    return answers.answer(query);
  }

  @Override
  public long bytes(MetricQuery query) {
    return service.bytes(query);
  }
}
