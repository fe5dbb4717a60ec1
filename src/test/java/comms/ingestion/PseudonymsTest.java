package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

  @Test
  void isHmacSha256InLowerCaseHexadecimal() {
    // RFC 4231, test case 2.
    assertThat(new Pseudonyms("Jefe".getBytes(UTF_8)).of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void nobodyStaysNobody() {
    assertThat(new Pseudonyms("Jefe".getBytes(UTF_8)).of("")).isEmpty();
  }
}
