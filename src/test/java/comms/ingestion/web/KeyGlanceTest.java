package comms.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import comms.security.ProjectKeys;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyGlanceTest {

  private final KeyGlance glance = new KeyGlance(new ProjectKeys(List.of("phc_a", "phc_longer")));

  @Test
  void findsAKeyWhereverItStands() {
    for (int before : List.of(0, 1, 16_380, 16_384, 16_390, 40_000)) {
      String text = " ".repeat(before) + "\"api_key\":\"phc_longer\"" + " ".repeat(before);
      assertThat(glance.of(new StringReader(text)))
          .isEqualTo(new KeyGlance.Seen(true, text.length()));
    }
  }

  @Test
  void doesNotKnowOtherKeys() {
    assertThat(glance.of(new StringReader("{\"api_key\":\"phc_other\"}")).known()).isFalse();
    assertThat(glance.of(new StringReader("")).known()).isFalse();
  }
}
