package comms.metrics.clickhouse;

import static comms.catalog.Dimension.CHANNEL;
import static comms.catalog.Dimension.ERROR_CODE;
import static comms.catalog.Dimension.TEMPLATE;
import static comms.metrics.clickhouse.Notifications.failed;
import static comms.metrics.clickhouse.Notifications.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryFailuresIT extends MetricTest {

  @BeforeEach
  void someNotifications() {
    send(
        scheduled("n1", "email", "welcome", "2026-01-05T10:00:00Z"),
        scheduled("n2", "email", "digest", "2026-01-05T10:10:00Z"),
        scheduled("n3", "web_push", "digest", "2026-01-06T10:20:00Z"),
        failed("n1", "email", 0, "550", "2026-01-05T23:59:00Z"),
        failed("n1", "email", 1, "421", "2026-01-06T00:01:00Z"));
  }

  @Test
  void aNotificationCountsOnceInEachBucketAndOnceInTheTotal() {
    MetricResult result = ask(days());

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(0.5, 1.0);
    assertThat(total(result, Map.of(), Stat.VALUE).numerator()).isEqualTo(1);
    assertThat(total(result, Map.of(), Stat.VALUE).denominator()).isEqualTo(3);
    assertThat(total(result, Map.of(), Stat.ATTEMPTS).value()).isEqualTo(2.0);
  }

  @Test
  void breaksDownByChannelCodeAndTemplate() {
    MetricResult byChannel = ask(days().withBy(CHANNEL));
    MetricResult byCode = ask(days().withBy(ERROR_CODE));
    MetricResult byTemplate = ask(days().withBy(TEMPLATE));

    assertThat(total(byChannel, Map.of(CHANNEL, "email"), Stat.VALUE).value()).isEqualTo(0.5);
    assertThat(total(byChannel, Map.of(CHANNEL, "web_push"), Stat.VALUE).value()).isZero();
    assertThat(total(byCode, Map.of(ERROR_CODE, "550"), Stat.VALUE).value()).isEqualTo(1.0 / 3);
    assertThat(total(byTemplate, Map.of(TEMPLATE, "welcome"), Stat.VALUE).value()).isEqualTo(1.0);
  }

  @Test
  void aRangeWithinTheHourIsCountedFromTheEvents() {
    MetricQuery minutes =
        query(
            Metric.DELIVERY_FAILURES,
            "2026-01-05T10:05:00Z",
            "2026-01-06T10:20:00Z",
            Interval.TOTAL);

    assertThat(total(ask(minutes), Map.of(), Stat.VALUE).denominator()).isEqualTo(1);
  }

  @Test
  void hostileValuesStayLiterals() {
    String hostile = "x' OR 1=1 -- \\' \" ; DROP TABLE events";
    send(scheduled("n9", hostile, hostile, "2026-01-05T10:00:00Z"));

    MetricResult mine = ask(days().withFilters(Map.of(CHANNEL, Set.of(hostile))));
    MetricResult nobodys = ask(days().withFilters(Map.of(CHANNEL, Set.of("' OR ''='"))));

    assertThat(total(mine, Map.of(), Stat.VALUE).denominator()).isEqualTo(1);
    assertThat(total(nobodys, Map.of(), Stat.VALUE).denominator()).isZero();
    assertThat(total(ask(days()), Map.of(), Stat.VALUE).denominator()).isEqualTo(4);
  }

  private static MetricQuery days() {
    return query(
        Metric.DELIVERY_FAILURES, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);
  }
}
