package comms.clickhouse;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True when no address of a ClickHouse server is configured, or only a blank one. */
class WithoutServer implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return context.getEnvironment().getProperty("comms.clickhouse.url", "").isBlank();
  }
}
