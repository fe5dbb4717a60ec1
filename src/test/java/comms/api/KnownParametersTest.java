package comms.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownParametersTest {

  private static final Set<String> KNOWN = new TreeSet<>(List.of("event", "limit"));

  @Test
  void takesWhatAnAddressHas() {
    assertThatCode(
            () ->
                KnownParameters.check(
                    Map.of("limit", new String[] {"1"}, "event", new String[] {""}), KNOWN))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatItDoesNotHaveAndWhatComesTwice() {
    assertThatThrownBy(() -> KnownParameters.check(Map.of("evnt", new String[] {"x"}), KNOWN))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("no parameter evnt; there are event, limit");
    assertThatThrownBy(() -> KnownParameters.check(Map.of("limit", new String[] {"1", "2"}), KNOWN))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("limit is given more than once");
  }
}
