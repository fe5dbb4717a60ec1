package comms.telemetry.clickhouse;

import comms.telemetry.Counter;
import comms.telemetry.Increase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inserts increases, a row for each bucket, and one for sum and count together. */
@Component
class InsertIncreases {

  private static final int ROWS = 10_000;

  private static final String BUCKETS =
      """
      INSERT INTO histogram_increases (metric, at, instance, series, le, increase, demo, source)
      VALUES (?, ?, ?, ?, ?, ?, false, ?)
      """;

  private static final String OWN_BUCKETS =
      """
      INSERT INTO own_bucket_increases (metric, at, instance, series, lower, le, increase, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SUMS =
      """
      INSERT INTO summary_increases
          (metric, at, instance, series, sum_increase, count_increase, demo, source)
      VALUES (?, ?, ?, ?, ?, ?, false, ?)
      """;

  private final JdbcTemplate jdbc;

  InsertIncreases(@Qualifier("writer") JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String metric, long minute, String instance, String series) {

    static Row of(Increase increase) {
      Counter counter = increase.counter();
      return new Row(counter.metric(), increase.minute(), counter.instance(), counter.series());
    }
  }

  void insert(String source, List<Increase> increases) {
    List<Object[]> buckets = new ArrayList<>();
    List<Object[]> ownBuckets = new ArrayList<>();
    Map<Row, double[]> sums = new HashMap<>();
    for (Increase increase : increases) {
      Row row = Row.of(increase);
      Counter counter = increase.counter();
      if (counter.isOwnBucket()) {
        ownBuckets.add(row(source, row, counter.lower(), counter.bound(), increase.value()));
      } else if (counter.isBucket()) {
        buckets.add(row(source, row, counter.bound(), increase.value()));
      } else {
        boolean sum = counter.part().equals(Counter.SUM);
        sums.computeIfAbsent(row, _ -> new double[2])[sum ? 0 : 1] = increase.value();
      }
    }
    List<Object[]> both = new ArrayList<>();
    sums.forEach((row, sum) -> both.add(row(source, row, sum[0], sum[1])));
    insertAll(BUCKETS, buckets);
    insertAll(OWN_BUCKETS, ownBuckets);
    insertAll(SUMS, both);
  }

  private static Object[] row(String source, Row row, Object... values) {
    List<Object> all =
        new ArrayList<>(List.of(row.metric(), row.minute() / 1000, row.instance(), row.series()));
    all.addAll(List.of(values));
    all.add(source);
    return all.toArray();
  }

  private void insertAll(String sql, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += ROWS) {
      jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + ROWS)));
    }
  }
}
