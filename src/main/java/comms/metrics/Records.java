package comms.metrics;

import java.util.List;

/** Finds the records behind a figure; there are as many as the figure says. */
public interface Records {

  /**
   * How many there are.
   *
   * @throws InvalidMetricQuery when the metric has no such figure
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  long count(RecordsQuery query);

  /**
   * Some of them.
   *
   * @param limit how many at most, from {@code offset} on
   * @throws InvalidMetricQuery when the metric has no such figure, or its records no such column
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset);

  /**
   * Those that follow one of them in that order, whatever has been stored since it was found.
   *
   * @param last with its value of the sorted column and its {@link RecordKind#identity}
   * @throws InvalidMetricQuery when the metric has no such figure, or its records no such column
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<RecordRow> after(RecordsQuery query, RecordSort sort, RecordRow last, int limit);
}
