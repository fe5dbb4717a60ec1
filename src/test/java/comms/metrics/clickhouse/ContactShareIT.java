package comms.metrics.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_CLOSED;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.MESSAGE_ID;
import static comms.catalog.Property.MESSAGE_KIND;
import static comms.catalog.Property.SENDER_ROLE;
import static comms.catalog.Property.THREAD_ID;
import static comms.catalog.Property.THREAD_TYPE;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.Interval;
import comms.metrics.MetricResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactShareIT extends MetricTest {

  @Test
  void countsActiveContractsFromTheirStartToTheirEnd() {
    send(
        started("talks", "2026-01-01T10:00:00Z").of(THREAD_ID, "t1"),
        started("silent", "2026-01-02T10:00:00Z"),
        closed("silent", "2026-01-03T10:00:00Z"));
    send(message("m1", "t1", "text", "2026-01-03T12:00:00Z"));

    MetricResult result = days("2026-01-01T00:00:00Z", "2026-01-06T00:00:00Z");

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(0.0, 0.0, 0.5, 1.0, 1.0);
    assertThat(total(result, Map.of(), Stat.VALUE).numerator()).isEqualTo(1);
    assertThat(total(result, Map.of(), Stat.VALUE).samples()).isEqualTo(2);
  }

  @Test
  void aThreadBelongsToAContractByEitherEventAndArrivesInAnyOrder() {
    send(message("m1", "t1", "text", "2026-01-01T09:00:00Z"));
    send(started("c1", "2026-01-01T10:00:00Z"));
    send(
        anEvent(CHAT_THREAD_CREATED)
            .of(THREAD_ID, "t1")
            .of(THREAD_TYPE, "contract")
            .of(CONTRACT_ID, "c1")
            .at("2026-01-01T08:00:00Z"));

    MetricResult result = days("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(1.0);
  }

  @Test
  void systemMessagesAreNoContact() {
    send(started("c1", "2026-01-01T10:00:00Z").of(THREAD_ID, "t1"));
    send(message("m1", "t1", "system", "2026-01-01T12:00:00Z"));

    MetricResult result = days("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(0.0);
  }

  @Test
  void noActiveContractIsNoData() {
    MetricResult result = days("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z");

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(null, null);
    assertThat(total(result, Map.of(), Stat.VALUE).value()).isNull();
  }

  @Test
  void aYearByTheHourHasEveryHour() {
    send(started("c1", "2025-07-01T10:30:00Z").of(THREAD_ID, "t1"));

    MetricResult year =
        ask(
            query(
                Metric.CONTACT_SHARE,
                "2025-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                Interval.HOUR));

    assertThat(values(year, Map.of(), Stat.VALUE)).hasSize(8760).contains(0.0, (Double) null);
  }

  private MetricResult days(String from, String to) {
    return ask(query(Metric.CONTACT_SHARE, from, to, Interval.DAY));
  }

  private static AnEvent started(String contract, String at) {
    return anEvent(CONTRACT_STARTED).of(CONTRACT_ID, contract).at(at);
  }

  private static AnEvent closed(String contract, String at) {
    return anEvent(CONTRACT_CLOSED).of(CONTRACT_ID, contract).at(at);
  }

  private static AnEvent message(String id, String thread, String kind, String at) {
    return anEvent(CHAT_MESSAGE_SENT)
        .of(MESSAGE_ID, id)
        .of(THREAD_ID, thread)
        .of(SENDER_ROLE, "client")
        .of(MESSAGE_KIND, kind)
        .at(at);
  }
}
