package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

class IdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U1",
        " U1\t",
        "\u00a0U1\u2003",
        "\uFEFFU1\u200B",
        "01A2034E-25B4-78E7-A1BA-326BAA8D3B65",
        " 01a2034E-25b4-78E7-a1ba-326BAA8d3b65 ",
        "{01A2034E-25B4-78E7-A1BA-326BAA8D3B65}",
        "urn:uuid:01A2034E-25B4-78E7-A1BA-326BAA8D3B65",
        "Cafe\u0301-A\u030angstro\u0308m",
        "a/b?c#d%20e;f",
        "a\ud800b",
        "guest",
        "0"
      })
  void whoAsksFindsWhatTheDoorsStore(String sent) {
    for (Property property :
        new Property[] {
          Property.CONTRACT_ID,
          Property.THREAD_ID,
          Property.MESSAGE_ID,
          Property.DISPUTE_ID,
          Property.NOTIFICATION_ID
        }) {
      Optional<Value> stored = PropertyValues.read(property, StringNode.valueOf(sent));

      String asked = new Ids().stored(sent);
      assertThat(stored)
          .isEqualTo(asked.isEmpty() ? Optional.empty() : Optional.of(new Value.Fit(asked)));
      assertThat(new Ids().stored(asked)).isEqualTo(asked);
    }
  }
}
