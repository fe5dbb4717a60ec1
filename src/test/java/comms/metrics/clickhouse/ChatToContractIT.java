package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INITIATOR_ROLE;
import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Property;
import comms.catalog.Stat;
import comms.ingestion.AnEvent;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChatToContractIT extends MetricTest {

  @Test
  void followsTheChatsOfABucketToTheirContracts() {
    send(chat("won", "client"), chat("talked", "client"), chat("silent", "freelancer"));
    send(
        message("won", "m1", "client", "2026-01-05T10:00:00Z"),
        message("won", "m2", "freelancer", "2026-01-05T10:30:00Z"),
        message("talked", "m3", "client", "2026-01-05T11:00:00Z"),
        message("talked", "m4", "freelancer", "2026-01-05T11:30:00Z"),
        message("silent", "m5", "client", "2026-01-05T11:00:00Z"));
    send(contract("won", "2026-02-20T10:30:00Z"));

    MetricResult result = ask(january());

    assertThat(total(result, Map.of(), Stat.STEP1).value()).isEqualTo(3.0);
    assertThat(total(result, Map.of(), Stat.STEP2).value()).isEqualTo(2.0);
    assertThat(total(result, Map.of(), Stat.STEP3).value()).isEqualTo(1.0);
    assertThat(total(result, Map.of(), Stat.VALUE).value()).isEqualTo(1.0 / 3);
    assertThat(total(result, Map.of(), Stat.STEP2).extra())
        .containsEntry("median_step_sec", 7200.0);
    assertThat(total(result, Map.of(), Stat.STEP3).extra())
        .containsEntry("median_step_sec", 46.0 * 86_400);
  }

  @Test
  void aContractWithoutTalkHasPassedTheSecondStepToo() {
    send(chat("won", "client"), contract("won", "2026-01-06T00:00:00Z"));

    assertThat(total(ask(january()), Map.of(), Stat.STEP2).value()).isEqualTo(1.0);
  }

  @Test
  void aContractBeforeTheChatIsNotItsContract() {
    send(contract("won", "2026-01-01T00:00:00Z"), chat("won", "client"));

    assertThat(total(ask(january()), Map.of(), Stat.VALUE).value()).isEqualTo(0.0);
  }

  @Test
  void aWindowLeavesLateContractsOut() {
    send(chat("won", "client"), contract("won", "2026-01-15T09:00:00Z"));

    assertThat(total(ask(within(10)), Map.of(), Stat.VALUE).value()).isEqualTo(1.0);
    assertThat(total(ask(within(9)), Map.of(), Stat.VALUE).value()).isEqualTo(0.0);
  }

  @Test
  void breaksDownByWhoBegan() {
    send(chat("a", "client"), chat("b", "freelancer"), contract("b", "2026-01-06T00:00:00Z"));

    MetricResult result = ask(january().withBy(INITIATOR_ROLE));

    assertThat(total(result, Map.of(INITIATOR_ROLE, "client"), Stat.VALUE).value()).isZero();
    assertThat(total(result, Map.of(INITIATOR_ROLE, "freelancer"), Stat.VALUE).value())
        .isEqualTo(1.0);
  }

  private static MetricQuery january() {
    return query(
        Metric.CHAT_TO_CONTRACT, "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", Interval.WEEK);
  }

  private static MetricQuery within(int days) {
    MetricQuery query = january();
    return new MetricQuery(
        query.metric(),
        query.range(),
        query.interval(),
        List.of(),
        Map.of(),
        OptionalInt.of(days),
        false);
  }

  private static AnEvent chat(String thread, String initiator) {
    return anEvent(CHAT_THREAD_CREATED)
        .of(Property.THREAD_ID, thread)
        .of(Property.THREAD_TYPE, "order")
        .of(Property.INITIATOR_ROLE, initiator)
        .at("2026-01-05T09:00:00Z");
  }

  private static AnEvent contract(String thread, String at) {
    return anEvent(CONTRACT_STARTED)
        .of(Property.CONTRACT_ID, "contract-" + thread)
        .of(Property.THREAD_ID, thread)
        .at(at);
  }

  private static AnEvent message(String thread, String id, String role, String at) {
    return anEvent(CHAT_MESSAGE_SENT)
        .of(Property.MESSAGE_ID, id)
        .of(Property.THREAD_ID, thread)
        .of(Property.SENDER_ROLE, role)
        .of(Property.MESSAGE_KIND, "text")
        .at(at);
  }
}
