package comms.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.security.ApiTokens.Holder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

  @Test
  void knowsWhoHoldsAToken() {
    ApiTokens tokens = new ApiTokens(List.of("bi:abc:def", "grafana:ghi"));
    assertThat(tokens.holderOf("abc:def")).hasValue(new Holder("bi", Set.of(Scope.READ)));
    assertThat(tokens.holderOf("ghi")).hasValue(new Holder("grafana", Set.of(Scope.READ)));
    assertThat(tokens.holderOf("abc")).isEmpty();
    assertThat(tokens.holderOf("")).isEmpty();
  }

  @Test
  void readsScopesFromTheNameAndNeverFromTheToken() {
    ApiTokens tokens =
        new ApiTokens(
            List.of(
                "ops[read+replay]:one",
                "probe [ scrape ] : two",
                "odd:[replay]:three",
                "ops[replay]:four:read+replay"));
    assertThat(tokens.holderOf("one"))
        .hasValue(new Holder("ops", Set.of(Scope.READ, Scope.REPLAY)));
    assertThat(tokens.holderOf("two")).hasValue(new Holder("probe", Set.of(Scope.SCRAPE)));
    assertThat(tokens.holderOf("[replay]:three")).hasValue(new Holder("odd", Set.of(Scope.READ)));
    assertThat(tokens.holderOf("four:read+replay"))
        .hasValue(new Holder("ops", Set.of(Scope.REPLAY)));
    assertThat(tokens.holders()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ops[]:sesame",
        "ops[admin]:sesame",
        "ops[read,replay]:sesame",
        "ops[read+]:sesame",
        "ops[READ]:sesame",
        "[read]:sesame",
        "ops[sesame]:sesame"
      })
  void refusesScopesThatItDoesNotKnowAndDoesNotRepeatThem(String entry) {
    assertThatThrownBy(() -> new ApiTokens(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("COMMS_API_TOKENS")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void refusesATokenThatIsListedTwice() {
    assertThatThrownBy(() -> new ApiTokens(List.of("a:sesame", "b[replay]:sesame")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sesame");
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
