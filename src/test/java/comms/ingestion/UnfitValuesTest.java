package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class UnfitValuesTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final UnfitValues unfit = new UnfitValues(new Pseudonyms(new byte[] {1, 2, 3}));

  @ParameterizedTest
  @ValueSource(strings = {"win_clent", "$set", "v1.2", "3.5", "-12", "12345678", "Client"})
  void keepsWordsAndNumbers(String value) {
    JsonNode sent = NODES.stringNode(value);
    assertThat(unfit.kept(sent)).isSameAs(sent);
    assertThat(unfit.keptTime(sent)).isSameAs(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-45",
        "05/06/2026",
        "2026-11-25 25:00:00",
        "2026-11-25T10:61:00.123456+00:00",
        "Wed, 25 Nov 2026 26:00:00 +0000",
        "25 Nov 2026",
        "20261340T100000Z",
        "1.2.03 10:00 PM"
      })
  void keepsWhatIsSeenToBeATime(String value) {
    assertThat(unfit.keptTime(NODES.stringNode(value)).asString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.com",
        "+7 916 123-45-67",
        "79161234567",
        "916-123-4567",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "sk_live_4eC39HqLyjWDarjtT1",
        "Dear Anna, the money is gone",
        "Анна",
        "yesterday at noon"
      })
  void tellsOfEverythingElseOnlyHowItLooks(String value) {
    for (JsonNode kept :
        new JsonNode[] {
          unfit.kept(NODES.stringNode(value)), unfit.keptTime(NODES.stringNode(value))
        }) {
      assertThat(kept.path("type").asString()).isEqualTo("text");
      assertThat(kept.path("length").asInt()).isEqualTo(value.length());
      assertThat(kept.path("outline").asString()).matches("[a9\\p{Punct} ]+");
      assertThat(kept.path("fingerprint").asString()).hasSize(16);
      assertThat(UnfitValues.isDescribedIn(kept.toString())).isTrue();
    }
  }

  @Test
  void showsThatEqualValuesAreEqual() {
    JsonNode one = unfit.kept(NODES.stringNode("Dear Anna 12"));
    assertThat(one.path("outline").asString()).isEqualTo("aaaa aaaa 99");
    assertThat(unfit.kept(NODES.stringNode("Dear Anna 12"))).isEqualTo(one);
    assertThat(unfit.kept(NODES.stringNode("Dear Emma 12"))).isNotEqualTo(one);
  }

  @Test
  void keepsNoNumberThatCouldBeAPhoneOrACard() {
    assertThat(unfit.kept(NODES.numberNode(new BigDecimal("79161234567"))).isObject()).isTrue();
    assertThat(unfit.kept(NODES.numberNode(11)).asInt()).isEqualTo(11);
    assertThat(unfit.kept(NODES.arrayNode().add("anna@example.com"))).isEmpty();
    assertThat(unfit.kept(NODES.objectNode().put("anna@example.com", 1))).isEmpty();
  }
}
