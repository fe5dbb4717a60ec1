package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SenderTimeTest {

  private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-11-22T12:49:42.836Z\" | 2026-11-22T12:49:42.836Z",
        "\"2026-11-22T12:49:42.8369999Z\" | 2026-11-22T12:49:42.836Z",
        "\"2026-11-22t12:49:42z\" | 2026-11-22T12:49:42Z",
        "\"2026-11-22T12:49Z\" | 2026-11-22T12:49:00Z",
        "\"2026-11-22T15:49:42+03:00\" | 2026-11-22T12:49:42Z",
        "\"2026-11-22T15:49:42+0300\" | 2026-11-22T12:49:42Z",
        "\"2026-11-22T15:49:42+03\" | 2026-11-22T12:49:42Z",
        "\"2026-11-22 12:49:42\" | 2026-11-22T12:49:42Z",
        "\"2026-11-22 12:49:42.5+00:00\" | 2026-11-22T12:49:42.500Z",
        "\"2026-11-22\" | 2026-11-22T00:00:00Z",
        "\" 2026-11-22T12:49:42Z \" | 2026-11-22T12:49:42Z",
        "1795351782836 | 2026-11-22T12:49:42.836Z",
        "1795351782.836 | 2026-11-22T12:49:42.836Z",
        "1795351782 | 2026-11-22T12:49:42Z",
        "\"1795351782836\" | 2026-11-22T12:49:42.836Z"
      })
  void readsWhatSendersWrite(String json, Instant time) {
    assertThat(parse(json)).hasValue(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"yesterday\"",
        "\"2026-02-30T00:00:00Z\"",
        "\"2026-13-01\"",
        "\"2026-11-22T25:00:00Z\"",
        "\"+99999-01-01T00:00:00Z\"",
        "\"22.11.2026\"",
        "true",
        "{}",
        "1e30",
        "1e999"
      })
  void refusesWhatIsNoTime(String json) {
    assertThat(parse(json)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \""})
  void nothingIsAbsent(String json) {
    assertThat(SenderTime.isAbsent(new JsonMapper().readTree(json))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // sent, sent_at, corrected
    "2026-11-22T11:00:00Z, , 2026-11-22T11:00:00Z",
    "2026-11-22T11:00:00Z, 2026-11-22T11:00:10Z, 2026-11-22T11:59:50Z",
    "2026-11-22T13:00:00Z, 2026-11-22T13:00:10Z, 2026-11-22T11:59:50Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:30Z, 2026-11-22T11:59:30Z",
    "2026-11-22T12:05:00Z, , 2026-11-22T12:05:00Z",
    "2026-11-22T12:05:00.001Z, , 2026-11-22T12:00:00Z",
    "2000-01-01T00:00:00Z, , 2000-01-01T00:00:00Z",
    "1999-12-31T23:59:59.999Z, , "
  })
  void correctsTheSendersClock(Instant sent, Instant sentAt, Instant corrected) {
    Delivery delivery = new Delivery(Source.BACKEND, RECEIVED, Optional.ofNullable(sentAt));
    assertThat(SenderClock.correct(sent, delivery)).isEqualTo(Optional.ofNullable(corrected));
  }

  @Test
  void aSenderFarInThePastIsNotAnOverflow() {
    Delivery delivery = new Delivery(Source.BACKEND, RECEIVED, parse("\"0001-01-01T00:00:00Z\""));
    assertThat(SenderClock.correct(RECEIVED.minus(Duration.ofDays(1)), delivery))
        .hasValue(RECEIVED);
  }

  private static Optional<Instant> parse(String json) {
    return SenderTime.parse(new JsonMapper().readTree(json));
  }
}
