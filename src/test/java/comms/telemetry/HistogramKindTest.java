package comms.telemetry;

import static comms.telemetry.HistogramKind.CUSTOM;
import static comms.telemetry.HistogramKind.EITHER;
import static comms.telemetry.HistogramKind.EXPONENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import comms.telemetry.NativeHistogram.Bucket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramKindTest {

  /** Buckets as {@code rule lower upper}, with a semicolon between two. */
  @ParameterizedTest
  @CsvSource({
    "'', EITHER",
    // Custom: an end is open, or the bounds are on no grid.
    "0 -Inf 100, CUSTOM",
    "3 -Inf 100, CUSTOM",
    "1 -Inf -5, CUSTOM",
    "0 1024 +Inf, CUSTOM",
    "0 -Inf +Inf, CUSTOM",
    "3 -Inf 128;0 128 256, CUSTOM",
    "0 100 250, CUSTOM",
    "0 250 500, CUSTOM",
    "0 0 128, CUSTOM",
    "0 -5 0;0 0 5, CUSTOM",
    "1 -5 0;0 0 5, CUSTOM",
    "0 1 2;0 2 8, CUSTOM",
    "0 2 8, CUSTOM",
    "0 0.005 0.01;0 0.025 0.05, CUSTOM",
    "1 -100 -70;3 -1 1, CUSTOM",
    // Powers of two may be either, until something tells.
    "0 128 256;0 256 512, EITHER",
    "0 1 4;0 16 64, EITHER",
    "0 0.25 0.5, EITHER",
    // Exponential: a zero bucket, buckets below zero.
    "3 -0.001 0.001 1;0 1 2;0 4 8, EXPONENTIAL",
    "3 0 0;0 4 8, EXPONENTIAL",
    "1 -2 -1;0 1 2, EXPONENTIAL",
    "3 -1.5 1.5;0 1.5 2;0 4 8, EXPONENTIAL",
    // Neither.
    "0 2 1, UNKNOWN",
    "0 1 2;0 1.5 3, UNKNOWN",
    "2 100 250, UNKNOWN",
    "1 100 250, UNKNOWN",
    "3 -1 2;1 100 250, UNKNOWN",
    "0 NaN 2, UNKNOWN",
    "3 -1 1;1 100 250, UNKNOWN",
  })
  void isReadFromTheBuckets(String buckets, HistogramKind kind) {
    List<Bucket> all = new ArrayList<>();
    for (String bucket : buckets.isEmpty() ? new String[0] : buckets.split(";")) {
      String[] parts = bucket.split(" ");
      all.add(new Bucket(Integer.parseInt(parts[0]), parts[1], parts[2], "1"));
    }

    assertThat(HistogramKind.of(all)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8})
  void bucketsOnTheGridOfASchemaAreExponential(int schema) {
    for (int place : new int[] {-30, -1, 0, 1, 2, 3, 17, 50}) {
      Bucket one = bucket(schema, place);
      Bucket later = bucket(schema, place + 5);

      assertThat(HistogramKind.of(List.of(one, later)))
          .isEqualTo(schema > 0 ? EXPONENTIAL : EITHER);
      assertThat(HistogramKind.of(List.of(one, bucket(schema + 1, 2 * place + 9))))
          .isEqualTo(CUSTOM);
    }
  }

  @Test
  void whatDiffersFromTheGridByLittleIsCustom() {
    assertThat(HistogramKind.of(List.of(new Bucket(0, "1", "1.1", "3")))).isEqualTo(CUSTOM);
    assertThat(HistogramKind.of(List.of(new Bucket(0, "1", "2.000000001", "3")))).isEqualTo(CUSTOM);
  }

  private static Bucket bucket(int schema, int place) {
    double places = Math.pow(2, schema);
    return new Bucket(
        0,
        Double.toString(Math.pow(2, (place - 1) / places)),
        Double.toString(Math.pow(2, place / places)),
        "1");
  }
}
