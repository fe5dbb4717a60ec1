package comms.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.StringNode;

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
        "\"1795351782836\" | 2026-11-22T12:49:42.836Z",
        "1795351782836123 | 2026-11-22T12:49:42.836Z",
        "1795351782836123456 | 2026-11-22T12:49:42.836Z",
        "\"1795351782836123456\" | 2026-11-22T12:49:42.836Z",
        "1.795351782836e9 | 2026-11-22T12:49:42.836Z",
        "1.795351782836e12 | 2026-11-22T12:49:42.836Z",
        "\"1.795351782836E12\" | 2026-11-22T12:49:42.836Z"
      })
  void readsWhatSendersWrite(String json, Instant time) {
    assertThat(parse(json)).hasValue(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // E-mail, HTTP, and the prints of languages
        "Sun, 22 Nov 2026 12:49:42 GMT",
        "Mon, 22 Nov 2026 12:49:42 +0000",
        "22 Nov 2026 12:49:42 UT",
        "sun, 22 nov 2026 07:49:42 est",
        "Sun, 22 Nov 2026 15:49:42 +0300 (MSK)",
        "Sun,  22 November 2026 12:49:42 Z",
        "Sunday, 22-Nov-26 12:49:42 GMT",
        "Sunday, 22-Nov-2026 12:49:42 UTC",
        "Sun Nov 22 12:49:42 2026",
        "Sun Nov 22 12:49:42 UTC 2026",
        "Sun Nov 22 13:49:42 CET 2026",
        "Sun 22 Nov 2026 12:49:42 PM UTC",
        "Sun Nov 22 2026 12:49:42 GMT+0000 (Coordinated Universal Time)",
        "Sun Nov 22 2026 13:49:42 GMT+0100 (Central European Standard Time)",
        "Nov 22, 2026 12:49:42 PM",
        "Nov 22, 2026, 12:49:42\u202fPM",
        "22/Nov/2026:12:49:42 +0000",
        "22-Nov-2026 12:49:42",
        "2026-Nov-22 12:49:42",
        "/Date(1795351782000)/",
        "/Date(1795351782000+0300)/",
        "2026-11-22 12:49:42 +0000 UTC",
        "2026-11-22 15:49:42.000000000 +0300 MSK",
        "2026-11-22 12:49:42.000123456 +0000 UTC m=+0.000012345",
        "2026-11-22 12:49:42.000000+00:00",
        "2026-11-22T12:49:42Z[UTC]",
        "2026-11-22T13:49:42+01:00[Europe/Paris]",
        "2026-11-22T13:49:42[Europe/Paris]",
        // ISO 8601 and its relatives
        "2026-11-22T12:49:42+0000",
        "2026-11-22T12:49:42+00",
        "2026-11-22T12:49:42-00:00",
        "2026-11-22T12:49:42 UTC",
        "2026-11-22 12:49:42 GMT",
        "2026-11-22 12:49:42 Z",
        "2026-11-22 12:49:42z",
        "2026-11-22T12:49:42 +00:00",
        "2026-11-22 15:49:42 +03:00",
        "2026-11-22T12:49:42UTC+0",
        "2026-11-22T12:49:42,000Z",
        "2026-11-22 12:49:42,000",
        "2026-11-22T12:49:42.000000000000000000000Z",
        "2026-11-22T09:49:42\u221203:00",
        "2026/11/22 12:49:42",
        "2026/11/22T12:49:42Z",
        "2026.11.22 12:49:42",
        "20261122T124942Z",
        "20261122T124942.000Z",
        "20261122T154942+0300",
        "20261122 124942",
        "20261122124942",
        "2026-W47-7T12:49:42Z",
        "2026W477T124942Z",
        "2026-326T12:49:42Z",
        "2026326T124942Z",
        "2026-11-22 12:49:42 PM"
      })
  void readsWhatRealSystemsWrite(String text) {
    assertThat(written(text)).hasValue(Instant.parse("2026-11-22T12:49:42Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20261122 | 2026-11-22T00:00:00Z",
        "2026/11/22 | 2026-11-22T00:00:00Z",
        "2026-1-5 | 2026-01-05T00:00:00Z",
        "2026-326 | 2026-11-22T00:00:00Z",
        "2026-W47-7 | 2026-11-22T00:00:00Z",
        "2026-11-22Z | 2026-11-22T00:00:00Z",
        "2026-11-22+01:00 | 2026-11-21T23:00:00Z",
        "22 Nov 2026 | 2026-11-22T00:00:00Z",
        "November 5th, 2026 | 2026-11-05T00:00:00Z",
        "Thu Nov  5 10:00:00 2026 | 2026-11-05T10:00:00Z",
        "Thu, 5 Nov 2026 10:00 GMT | 2026-11-05T10:00:00Z",
        "2026-11-22T12 | 2026-11-22T12:00:00Z",
        "2026-11-22T24:00 | 2026-11-23T00:00:00Z",
        "2026-12-31T24:00:00Z | 2027-01-01T00:00:00Z",
        "2026-11-22 12:00 AM | 2026-11-22T00:00:00Z",
        "2016-12-31T23:59:60Z | 2017-01-01T00:00:00Z",
        "2016-12-31T23:59:60.5Z | 2017-01-01T00:00:00.500Z",
        "2017-01-01T00:59:60+01:00 | 2017-01-01T00:00:00Z",
        "Sat, 31 Dec 2016 23:59:60 GMT | 2017-01-01T00:00:00Z"
      })
  void readsOtherTimes(String text, Instant time) {
    assertThat(written(text)).hasValue(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05/06/2026",
        "05/06/2026 10:00:00",
        "5/6/26",
        "05.06.2026",
        "05-06-2026T10:00:00Z",
        "11/25/2026, 10:00:00 AM",
        "25.11.2026 10:00",
        "Wed 25/11/2026",
        "05 06 2026"
      })
  void saysWhereDayAndMonthCannotBeToldApart(String text) {
    assertThat(written(text)).isEmpty();
    assertThat(SenderTime.isAmbiguous(StringNode.valueOf(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/31/2026",
        "00/00/2026",
        "2026",
        "2026-11",
        "2026-W47",
        "2026-W54-1",
        "2026-366",
        "2026-11-22T12:49:42 IST",
        "2026-11-22T12:49:42+25:00",
        "2026-11-22T12:60:00Z",
        "2026-11-22T12:49:61Z",
        "2026-11-22T12:49:60Z",
        "2026-11-22T24:00:01Z",
        "2026-11-22T13:00 PM",
        "2026-11-22T1Z2",
        "2026-10-25T02:30:00[Europe/Paris]",
        "Sun, 31 Feb 2026 10:00:00 GMT",
        "Nov 22 10:00:00",
        "22 Foo 2026",
        "22 Nov 26",
        "2026-1122",
        "12345",
        "1e-9",
        "1e99",
        "99999999999999999999999",
        "/Date(soon)/",
        "2026-11-22T12:49:42Z and a very long remark about it that no format has, because it is one"
            + " of a hundred characters"
      })
  void refusesWhatMayMeanAnything(String text) {
    assertThat(written(text).filter(time -> time.isAfter(SenderClock.EARLIEST))).isEmpty();
    assertThat(SenderTime.isAmbiguous(StringNode.valueOf(text))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "570, 570",
    "\"570\", 570",
    "1.5e3, 1500",
    "-20, -20",
    "1e300,",
    "{},",
    "\"soon\",",
    "NaN,"
  })
  void readsOffsets(String json, Long milliseconds) {
    JsonNode sent =
        json.equals("NaN") ? DoubleNode.valueOf(Double.NaN) : new JsonMapper().readTree(json);
    assertThat(SenderTime.milliseconds(sent)).isEqualTo(Optional.ofNullable(milliseconds));
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

  private static Optional<Instant> written(String text) {
    return SenderTime.parse(StringNode.valueOf(text));
  }

  private static Optional<Instant> parse(String json) {
    return SenderTime.parse(new JsonMapper().readTree(json));
  }
}
