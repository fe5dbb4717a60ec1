package comms.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.catalog.Target;
import comms.metrics.Budget;
import comms.metrics.Budget.Projection;
import comms.metrics.MetricResult;
import comms.metrics.Others;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Today's budgets as the API sends them. */
record BudgetAnswer(
    String zone,
    Instant from,
    Instant to,
    @JsonProperty("fresh_until") Instant freshUntil,
    List<One> budgets) {

  record One(
      String metric,
      @Nullable String channel,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean others,
      double target,
      long scheduled,
      long spent,
      long allowed,
      long left,
      @JsonProperty("at_end_of_day") @Nullable End atEndOfDay) {}

  record End(long scheduled, long spent, long allowed, long left) {

    static End of(Projection day) {
      return new End(day.scheduled(), day.spent(), day.allowed(), day.left());
    }
  }

  /** Makes budgets of the day's shares. */
  static final class Collector {

    private final TimeRange day;
    private final Instant now;
    private final ZoneId zone;
    private final List<One> budgets = new ArrayList<>();
    private Instant freshUntil = Instant.EPOCH;

    Collector(TimeRange day, Instant now, ZoneId zone) {
      this.day = day;
      this.now = now;
      this.zone = zone;
    }

    void add(MetricResult result) {
      freshUntil = result.freshUntil();
      for (Target target : result.targets()) {
        result.series().stream()
            .filter(series -> series.stat() == Stat.VALUE && target.stat() == Stat.VALUE)
            .forEach(series -> budgets.add(one(result, series, target)));
      }
    }

    private One one(MetricResult result, MetricResult.Series series, Target target) {
      Budget budget = Budget.of(series.total(), target, day, now);
      String channel = series.key().get(Dimension.CHANNEL);
      return new One(
          result.metric().id(),
          channel == null ? null : Others.named(channel),
          channel != null && Others.is(channel),
          target.value(),
          budget.scheduled(),
          budget.spent(),
          budget.allowed(),
          budget.left(),
          budget.atEndOfDay().map(End::of).orElse(null));
    }

    BudgetAnswer answer() {
      return new BudgetAnswer(zone.getId(), day.from(), day.to(), freshUntil, budgets);
    }
  }
}
