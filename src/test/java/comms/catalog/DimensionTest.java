package comms.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "CHANNEL, e-mail, email",
        "CHANNEL, \" E-Mail\u00a0\", email",
        "CHANNEL, mail, email",
        "CHANNEL, Web  Push, web_push",
        "CHANNEL, webpush, web_push",
        "CHANNEL, PUSH, web_push",
        "CHANNEL, SMS, SMS",
        "THREAD_TYPE, proposal, order",
        "THREAD_TYPE, Proposal, order",
        "THREAD_TYPE, \" ORDER \", order",
        "ROLE, Client, client",
        "RESOLUTION, WIN-CLIENT, win_client",
        "RESOLUTION, Win client, win_client",
        "DELIVERY_CHANNEL, WS, ws",
        "TEMPLATE, \" Welcome \", Welcome",
        "INSTANCE, \" chat:9090\", chat:9090"
      })
  void knowsTheOneSpellingOfAValue(Dimension dimension, String asked, String stored) {
    assertThat(dimension.spelled(asked)).isEqualTo(stored);
    assertThat(dimension.spelled(stored)).isEqualTo(stored);
    assertThat(dimension.allows(stored)).isTrue();
  }

  @Test
  void tellsWhatNoRecordCanHave() {
    assertThat(Dimension.ROLE.allows("clerk")).isFalse();
    assertThat(Dimension.ROLE.allows("")).isTrue();
    assertThat(Dimension.CHANNEL.allows("pigeon")).isTrue();
    assertThat(Dimension.RESOLUTION.allowed())
        .containsExactly("win_client", "win_freelancer", "split", "cancelled");
    assertThat(Dimension.INSTANCE.allowed()).isEmpty();
  }
}
