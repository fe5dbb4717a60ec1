package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IdentityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "\u00a0",
        "null",
        "NULL",
        "undefined",
        "None",
        "[object Object]",
        "NaN",
        "nan",
        "anonymous",
        "Guest",
        " guest ",
        "0",
        " 0 "
      })
  void wordsForNobodyAreNoIdentity(String sent) {
    assertThat(Identity.of(sent)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "U1, U1",
        "\" U1\t\", U1",
        "\"\u00a0U1\u00a0\", U1",
        "Cafe\u0301, Caf\u00e9",
        "01A2034E-25B4-78E7-A1BA-326BAA8D3B65, 01a2034e-25b4-78e7-a1ba-326baa8d3b65",
        "01A2034E-25B4, 01A2034E-25B4",
        "00, 00",
        "nobody, nobody"
      })
  void hasOneSpelling(String sent, String id) {
    assertThat(Identity.of(sent)).hasValue(id);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "7.0, 7",
    "1e3, 1000",
    "1.50, 1.5",
    "-0.0, 0",
    "12345678901234567890, 12345678901234567890",
    "true, true"
  })
  void numbersBecomeText(String json, String text) {
    assertThat(Identity.text(new JsonMapper().readTree(json))).isEqualTo(text);
  }

  @Test
  void hugeExponentsStayShort() {
    assertThat(Identity.text(new JsonMapper().readTree("1e300"))).hasSizeLessThan(10);
  }

  @Test
  void halvesOfSurrogatePairsAreReplaced() {
    assertThat(Identity.of("a\ud800")).hasValue("a\ufffd");
    assertThat(Identity.of("a\ud83d\ude00")).hasValue("a\ud83d\ude00");
  }
}
