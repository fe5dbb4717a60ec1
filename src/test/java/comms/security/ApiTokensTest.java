package comms.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTokensTest {

  @Test
  void knowsWhoHoldsAToken() {
    ApiTokens tokens = new ApiTokens(List.of("bi:abc:def", "grafana:ghi"));
    assertThat(tokens.holderOf("abc:def")).contains("bi");
    assertThat(tokens.holderOf("ghi")).contains("grafana");
    assertThat(tokens.holderOf("abc")).isEmpty();
    assertThat(tokens.holderOf("")).isEmpty();
  }

  @Test
  void refusesATokenWithoutANameAndDoesNotRepeatIt() {
    assertThatThrownBy(() -> new ApiTokens(List.of("sesame")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("COMMS_API_TOKENS")
        .hasMessageNotContaining("sesame");
    assertThatThrownBy(() -> new ApiTokens(List.of("bi: ")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
