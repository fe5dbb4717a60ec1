package comms.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Tells how the import of each Prometheus server goes. It is up all the same: nothing else here
 * depends on a server that is away.
 */
@Component("telemetry")
class TelemetryHealthIndicator extends AbstractHealthIndicator {

  private final PrometheusImport prometheus;

  TelemetryHealthIndicator(PrometheusImport prometheus) {
    this.prometheus = prometheus;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    prometheus.states().forEach(state -> health.withDetail(state.name(), details(state)));
  }

  private static Map<String, Object> details(PrometheusState state) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("address", state.address());
    details.put("importing", !state.failing());
    details.put("series", state.series());
    details.put("failures", state.failures());
    state.lag().ifPresent(lag -> details.put("lagSeconds", lag.toSeconds()));
    state.lastSuccess().ifPresent(at -> details.put("lastSuccess", at.toString()));
    state.lastFailure().ifPresent(failure -> details.put("lastFailure", failure.message()));
    return details;
  }
}
