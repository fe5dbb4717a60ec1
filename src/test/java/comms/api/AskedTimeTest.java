package comms.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-01-05, 2026-01-04T23:00:00Z",
    "2026-01-05T12:00, 2026-01-05T11:00:00Z",
    "2026-01-05T12:00:00Z, 2026-01-05T12:00:00Z",
    "2026-01-05T12:00:00.123+02:00, 2026-01-05T10:00:00.123Z",
    "2026-01-05T12:00:00 02:00, 2026-01-05T10:00:00Z",
    // The hour that does not exist, and the one that comes twice.
    "2026-03-29T02:30, 2026-03-29T01:30:00Z",
    "2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "1900-01-01, 1899-12-31T23:00:00Z",
    "2199-12-31T23:59:59.999Z, 2199-12-31T23:59:59.999Z"
  })
  void readsDatesAndTimes(String text, Instant time) {
    assertThat(AskedTime.of("from", text, BERLIN)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31",
        "0000-01-01",
        "0001-01-01T00:00:00Z",
        "-0001-01-01",
        "-1",
        "0",
        "0000",
        "+292278994-08-17",
        "+292278994-08-17T07:12:55.807Z",
        "+999999999-12-31T23:59:59.999999999-18:00",
        "-999999999-01-01T00:00:00+18:00",
        "2300-01-01",
        "2200-01-03",
        "1000000000",
        "2026-02-30",
        "2026-01-01T25:00",
        "2026-01-01T00:00:00+99:00",
        "",
        " ",
        "soon",
        "2026",
        "NaN",
        "２０２６-01-01"
      })
  void refusesWhatIsNoTimeOrOutOfReach(String text) {
    assertThatThrownBy(() -> AskedTime.of("from", text, BERLIN))
        .isInstanceOf(BadParameter.class)
        .hasMessageContaining("from");
  }

  @Test
  void refusesWhatIsLongAtOnce() {
    assertThatThrownBy(() -> AskedTime.of("to", "T".repeat(1_000_000), BERLIN))
        .isInstanceOf(BadParameter.class);
    assertThatThrownBy(() -> AskedTime.of("to", "9".repeat(1_000_000), BERLIN))
        .isInstanceOf(BadParameter.class);
  }
}
