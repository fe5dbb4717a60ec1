package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aDayHas23HoursInSpringAnd25InAutumn() {
    assertThat(Buckets.of(span("2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"), "hour", BERLIN))
        .hasSize(23);
    assertThat(Buckets.of(span("2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"), "hour", BERLIN))
        .hasSize(25);
    assertThat(Buckets.of(span("2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"), "day", BERLIN))
        .containsExactly(span("2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"));
  }

  @Test
  void bucketsAreWholeThoughTheRangeStartsInside() {
    assertThat(starts(span("2025-01-01T10:20:00Z", "2025-01-15T00:00:00Z"), "week", "UTC"))
        .containsExactly("2024-12-30T00:00:00Z", "2025-01-06T00:00:00Z", "2025-01-13T00:00:00Z");
    assertThat(starts(span("2025-01-31T10:20:00Z", "2025-02-01T00:00:01Z"), "month", "UTC"))
        .containsExactly("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z");
  }

  @Test
  void hoursStartAtTheZonesOwnFullHour() {
    assertThat(starts(span("2025-01-01T10:20:00Z", "2025-01-01T11:40:00Z"), "hour", "Asia/Kolkata"))
        .containsExactly("2025-01-01T09:30:00Z", "2025-01-01T10:30:00Z", "2025-01-01T11:30:00Z");
  }

  @Test
  void aTotalIsTheRange() {
    Span range = span("2025-01-01T10:20:00Z", "2025-01-01T11:40:00Z");
    assertThat(Buckets.of(range, "total", BERLIN)).containsExactly(range);
  }

  private static List<String> starts(Span range, String interval, String zone) {
    return Buckets.of(range, interval, ZoneId.of(zone)).stream()
        .map(bucket -> bucket.from().toString())
        .toList();
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
