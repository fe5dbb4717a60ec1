package comms.metrics;

import java.util.List;

/** Selects records from the store; the question has been checked. */
public interface SelectRecords {

  long count(RecordsQuery query);

  List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset);

  /** Those that follow one of them in that order. */
  List<RecordRow> after(RecordsQuery query, RecordSort sort, RecordRow last, int limit);
}
