package comms.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LzStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "BIUwNmD2AEDukCcwBMg= | Hello world",
        "IY1/EA== | aaaaaaaaaaaaaaaa",
        "vgggEQQcIITCCKwghCIANAAkDwgYQMDwbhI/aA== | Привет, мир 🎉",
        "NobwRApgbhB2AuYBcYDGB7BAnAhq+A+gM7w5bwQAmYANGAA5br0TkCWERy486A1nGQMAFqgICAnrTSZ4ufATbUUqAI"
            + "zTKbEm1gKlQgK7qAvsYC6QA=== | [{\"event\":\"contract_started\",\"properties\":{\"token\":"
            + "\"phc_key\",\"contract_id\":\"c1\",\"distinct_id\":\"u1\"}}]"
      })
  void restoresTheText(String compressed, String text) throws IOException {
    assertThat(LzString.decompress(compressed, 1000)).isEqualTo(text);
  }

  @Test
  void anEmptyTextStaysEmpty() throws IOException {
    assertThat(LzString.decompress("Q===", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BIUw", "!!!!", "////////", "\u00e9"})
  void refusesWhatIsBroken(String compressed) {
    assertThatThrownBy(() -> LzString.decompress(compressed, 1000)).isInstanceOf(IOException.class);
  }

  @Test
  void stopsAtTheLimit() {
    assertThatThrownBy(() -> LzString.decompress("IY1/EA==", 15))
        .isInstanceOf(LzString.TooLong.class);
  }
}
