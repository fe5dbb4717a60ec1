package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anna.b+x@mail.example.com|[email]",
        "550 5.1.1 <anna@example.com>: unknown user|550 5.1.1 <[email]>: unknown user",
        "to anna%40example.com|to [email]",
        "write to anna@example.com.|write to [email].",
        "{ anna@example.com|{ [email]",
        "иван@почта.рф|[email]",
        "anna＠example.com|[email]",
        "an\u200Bna@exam\u200Bple.com|[email]",
        "x@[192.0.2.1]|[email]",
        "+7 (916) 123-45-67|[phone]",
        "call 89161234567 now|call [phone] now",
        "tel:555.123.4567|tel:[phone]",
        "916123456|[phone]",
        "９１６１２３４５６７|[phone]",
        "+49\u00A030\u00A01234567|[phone]",
        "4111 1111 1111 1111|[card]",
        "4111-1111-1111-1111|[card]",
        "card=378282246310005.|card=[card].",
        "5500005555555559|[card]",
        "sk_live_abcd1234|[token]",
        "key ghp_16C7e42F292c6912E7710c838347Ae178B4a|key [token]",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln|[token]",
        "AKIAIOSFODNN7EXAMPLE|[token]",
        "aB3dE5fG7hJ9kL1mN3pQ5rS7|[token]",
        "anna@example.com +7 916 123 45 67|[email] [phone]"
      })
  void replacesWhatIsSomebodys(String text, String redacted) {
    assertThat(Redaction.of(text)).isEqualTo(redacted);
    assertThat(Redaction.of(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "421",
        "550 5.1.1",
        "spam_suspected",
        "order-2026-11-25",
        "2026-11-25T10:00:00Z",
        "v1.2.3-rc.4",
        "http2",
        "eu-central-1",
        "template_7f3a",
        "risk_live_chat",
        "npm_install_failed",
        "550e8400-e29b-41d4-a716-446655440000",
        "mail 550e8400-e29b-41d4-a716-446655440000 late",
        "TheQuickBrownFoxJumpsOver",
        "d41d8cd98f00b204e9800998ecf8427e",
        "100%",
        "user@localhost",
        "v2@stable",
        "ÜBERLASTET",
        "12345678"
      })
  void leavesCodesAlone(String code) {
    assertThat(Redaction.of(code)).isSameAs(code);
  }

  @Test
  void knowsAnAddressFromAnotherId() {
    assertThat(Redaction.isAddress("Anna@Example.com")).isTrue();
    assertThat(Redaction.isAddress("c-1@order")).isFalse();
    assertThat(Redaction.isAddress("write to anna@example.com")).isFalse();
  }

  @Test
  void takesTheLongestTextWithoutGoingBack() {
    Random random = new Random(5);
    String signs = "a@.-+%40 9()";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 200) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String redacted = Redaction.of(text.toString());
      assertThat(Redaction.of(redacted)).isEqualTo(redacted);
    }
  }
}
