package comms.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectKeysTest {

  private final ProjectKeys keys = new ProjectKeys(List.of("phc_one", " phc_two "));

  @Test
  void acceptsEachOfItsKeys() {
    assertThat(keys.accepts("phc_one")).isTrue();
    assertThat(keys.accepts("phc_two")).isTrue();
    assertThat(keys.accepts(keys.anyKey())).isTrue();
  }

  @Test
  void acceptsNothingElse() {
    assertThat(keys.accepts("phc_on")).isFalse();
    assertThat(keys.accepts("")).isFalse();
    assertThat(keys.accepts(null)).isFalse();
  }

  @Test
  void needsAKey() {
    assertThatThrownBy(() -> new ProjectKeys(List.of(" ")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
