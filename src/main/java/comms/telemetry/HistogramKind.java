package comms.telemetry;

import comms.telemetry.NativeHistogram.Bucket;
import java.util.List;

/**
 * What the bounds of a native histogram are. The HTTP API does not name the schema, so it is read
 * from what is said of the buckets; empty ones are left out there.
 */
enum HistogramKind {
  /** Powers of one base, schemas -4 to 8. */
  EXPONENTIAL,
  /** Bounds of its own, schema -53. */
  CUSTOM,
  /** Nothing tells: no bucket, or buckets between powers of two, which may be somebody's choice. */
  EITHER,
  /** Neither of both; how it is to be read is not known. */
  UNKNOWN;

  private static final int COARSEST = -4;
  private static final int FINEST = 8;
  private static final double TOLERANCE = 1e-13;

  /** Which bounds belong to a bucket, as the API numbers it. */
  private static final int UPPER = 0;

  private static final int LOWER = 1;
  private static final int BOTH = 3;

  /** What these buckets, one after the other, can be. */
  static HistogramKind of(List<Bucket> buckets) {
    if (buckets.isEmpty()) {
      return EITHER;
    }
    if (!inOrder(buckets)) {
      return UNKNOWN;
    }
    boolean custom = buckets.stream().allMatch(HistogramKind::canBeCustom);
    int schema = schema(buckets);
    boolean exponential = isExponential(buckets, schema);
    if (custom && exponential) {
      boolean belowOrAroundZero = buckets.stream().anyMatch(bucket -> bucket.rule() != UPPER);
      return schema > 0 || belowOrAroundZero ? EXPONENTIAL : EITHER;
    }
    return custom ? CUSTOM : exponential ? EXPONENTIAL : UNKNOWN;
  }

  private static boolean inOrder(List<Bucket> buckets) {
    double end = Double.NEGATIVE_INFINITY;
    for (Bucket bucket : buckets) {
      boolean point = bucket.from() == 0 && bucket.to() == 0 && bucket.rule() == BOTH;
      if (!(bucket.from() >= end) || !(bucket.from() < bucket.to() || point)) {
        return false;
      }
      end = bucket.to();
    }
    return true;
  }

  /**
   * Upper bounds belong to the bucket, and of the first the lower one too. Servers before 3.6 have
   * written the bounds below zero as those of exponential buckets.
   */
  private static boolean canBeCustom(Bucket bucket) {
    boolean below = bucket.from() < 0 && bucket.rule() == (bucket.to() > 0 ? BOTH : LOWER);
    boolean first = bucket.from() == Double.NEGATIVE_INFINITY && bucket.rule() == BOTH;
    return bucket.from() < bucket.to() && (bucket.rule() == UPPER || below || first);
  }

  private static boolean isAroundZero(Bucket bucket) {
    return bucket.rule() == BOTH && bucket.from() == -bucket.to();
  }

  /** The schema of which a bucket has the width; the finest where there is none to tell. */
  private static int schema(List<Bucket> buckets) {
    // The one farthest from zero, since the nearest may be cut by the zero bucket.
    Bucket last = buckets.getLast();
    Bucket one = last.from() > 0 ? last : buckets.getFirst();
    double width = Math.abs(log2(one.to() / one.from()));
    return Double.isFinite(width) && width > 0
        ? (int) Math.clamp(Math.round(-log2(width)), COARSEST, FINEST)
        : FINEST;
  }

  private static boolean isExponential(List<Bucket> buckets, int schema) {
    double zero =
        buckets.stream()
            .filter(HistogramKind::isAroundZero)
            .mapToDouble(Bucket::to)
            .findFirst()
            .orElse(0);
    return buckets.stream()
        .allMatch(
            bucket ->
                isAroundZero(bucket)
                    || (bucket.rule() == UPPER && onGrid(bucket.from(), bucket.to(), schema, zero))
                    || (bucket.rule() == LOWER
                        && onGrid(-bucket.to(), -bucket.from(), schema, zero)));
  }

  /**
   * Whether these are neighbours on the grid.
   *
   * @param near the bound nearer to zero, which the zero bucket may have moved
   */
  private static boolean onGrid(double near, double far, int schema, double zero) {
    if (!(near > 0) || Double.isInfinite(far)) {
      return false;
    }
    double places = Math.pow(2, schema);
    double place = Math.rint(log2(far) * places);
    double before = Math.pow(2, (place - 1) / places);
    return same(far, Math.pow(2, place / places))
        && (same(near, before) || (near == zero && near > before));
  }

  private static boolean same(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE * Math.abs(other);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
