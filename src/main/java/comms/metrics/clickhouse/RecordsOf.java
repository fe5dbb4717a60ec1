package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.RecordsQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the records of one metric; the class that selects its figures, so that both agree. */
interface RecordsOf {

  Metric metric();

  Relation records(RecordsQuery query);

  /**
   * Records as a SELECT with the columns of their kind.
   *
   * @param sql with {@code $where} for the conditions of period and filters; {@code :from} and
   *     {@code :to} are bound too
   * @param filters those that concern the records
   * @param dimensions those that the records have
   */
  record Relation(
      String sql, Map<Dimension, Set<String>> filters, Collection<Dimension> dimensions) {

    /** Records that every filter of theirs concerns. */
    static Relation of(String sql, RecordsQuery query, Collection<Dimension> dimensions) {
      return new Relation(sql, query.filters(), dimensions);
    }

    /** Records that no filter concerns. */
    static Relation whole(String sql) {
      return new Relation(sql, Map.of(), List.of());
    }
  }
}
