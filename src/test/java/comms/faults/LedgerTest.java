package comms.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final SentEvent message = event("chat_message_sent", "m1", Map.of("thread_id", "t"));
  private final SentEvent update = event("dispute_state_updated", "d:open:1", Map.of());
  private final SentEvent poison =
      new SentEvent("chat_message_delivered", "p", Instant.EPOCH, Map.of("thread_id", "t"), true);
  private final Ledger ledger = new Ledger();

  @Test
  void owesWhatWasAcknowledgedButNoPoison() {
    ledger.send(List.of(message, update, poison));
    assertThat(ledger.owed()).isEmpty();
    ledger.acknowledge(List.of(message, update, poison));
    assertThat(ledger.owed()).containsExactlyInAnyOrder(message.key(), update.key());
    assertThat(ledger.owedAtOnce()).containsExactly(message.key());
    assertThat(ledger.poison()).containsExactly(poison);
  }

  @Test
  void remembersWhatWasSentWithoutAnAnswer() {
    ledger.send(List.of(message, update));
    ledger.acknowledge(List.of(message));
    assertThat(ledger.wasSent(update.key())).isTrue();
    assertThat(ledger.unanswered()).isEqualTo(1);
  }

  private static SentEvent event(String name, String id, Map<String, Object> properties) {
    return new SentEvent(name, id, Instant.EPOCH, properties, false);
  }
}
