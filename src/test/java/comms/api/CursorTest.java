package comms.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final String LIST = "records of something";

  @Test
  void comesBackAsItWas() {
    Cursor cursor = Cursor.of("1", null, "", "Ångström 😀 \u0000'; --");

    assertThat(Cursor.of(cursor.in(LIST), LIST, 4)).isEqualTo(cursor);
    assertThat(cursor.in(LIST)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void isGoodForItsListOnly() {
    String text = Cursor.of("1", "2").in(LIST);

    assertThatThrownBy(() -> Cursor.of(text, "another list", 2)).isInstanceOf(BadParameter.class);
    assertThatThrownBy(() -> Cursor.of(text, LIST, 3)).isInstanceOf(BadParameter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAA", "====", "' OR 1=1 --", "\u0000", "%00", "null", "-1"})
  void refusesWhatItHasNotGiven(String text) {
    assertThatThrownBy(() -> Cursor.of(text, LIST, 1)).isInstanceOf(BadParameter.class);
  }

  @Test
  void refusesWhateverIsChangedInIt() {
    byte[] given = Base64.getUrlDecoder().decode(Cursor.of("value", "id").in(LIST));
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      byte[] changed = given.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatThrownBy(() -> Cursor.of(text, LIST, 2)).isInstanceOf(BadParameter.class);
    }
    assertThatThrownBy(() -> Cursor.of("A".repeat(1_000_000), LIST, 2))
        .isInstanceOf(BadParameter.class);
  }
}
