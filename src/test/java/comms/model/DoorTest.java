package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DoorTest {

  @Test
  void everyPathComesUpWithEveryWriting() {
    assertThat(IntStream.range(0, Door.COUNT).mapToObj(Door::number).distinct().count())
        .isEqualTo(Door.COUNT);
  }

  @Test
  void theKeyLiesWhereTheShapeHasIt() {
    Object event = Sent.event("contract_closed", "2025-01-01T00:00:00Z").json();
    assertThat(Delivery.number(1, List.of(event)).body("k"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("api_key", "k");
    assertThat(Delivery.number(2, List.of(event, event)).body("k").toString())
        .startsWith("[")
        .contains("token=k");
    assertThat(Delivery.number(3, List.of(event, "rubbish")).body("k"))
        .isEqualTo(
            Map.of(
                "api_key", "k", "batch", List.of(event, "rubbish"), "historical_migration", true));
  }
}
