package comms.dashboard;

import comms.catalog.Dimension;
import comms.metrics.Waterfall.Steps;
import comms.tables.Sheet;
import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The delivery waterfall as rows of a file: a row for each channel and step. */
record WaterfallRows(WaterfallQuestion.Answer answer, Pen pen) implements SheetLink.Rows {

  @Override
  public void writeTo(Sheet sheet) throws IOException {
    sheet.row(
        pen.text("record.channel"),
        pen.text("export.figure"),
        pen.text("waterfall.detail"),
        pen.text("compare.this"),
        answer.before() == null ? null : pen.comparisonName());
    write(
        sheet,
        pen.text("all"),
        answer.now().whole(),
        answer.before() == null ? null : answer.before().whole());
    for (Map.Entry<String, Steps> channel : answer.now().channels().entrySet()) {
      write(
          sheet,
          pen.texts().value("channel", channel.getKey()),
          channel.getValue(),
          answer.before() == null ? null : answer.before().channel(channel.getKey()));
    }
  }

  private void write(Sheet sheet, String channel, Steps now, @Nullable Steps before)
      throws IOException {
    Row row =
        (name, detail, of) ->
            sheet.row(
                channel,
                pen.text("waterfall." + name),
                detail,
                of.applyAsLong(now),
                before == null ? null : of.applyAsLong(before));
    row.write("scheduled", null, Steps::scheduled);
    row.write("failed_only", null, Steps::failedOnly);
    row.write("dropped_only", null, Steps::droppedOnly);
    row.write("failed_and_dropped", null, Steps::failedAndDropped);
    row.write("untroubled", null, Steps::untroubled);
    row.write("failed", null, Steps::failed);
    row.write("dropped", null, Steps::dropped);
    byName(row, "dropped", Dimension.DROP_REASON, now, Steps::droppedByReason);
    row.write("failed-attempts", null, Steps::attempts);
    byName(row, "failed-attempts", Dimension.ERROR_CODE, now, Steps::attemptsByCode);
  }

  private void byName(
      Row row, String name, Dimension by, Steps now, Function<Steps, Map<String, Long>> counts)
      throws IOException {
    for (String detail : new TreeSet<>(counts.apply(now).keySet())) {
      row.write(
          name,
          RecordWords.word(by, detail, pen.texts()),
          steps -> counts.apply(steps).getOrDefault(detail, 0L));
    }
  }

  /** Writes a step of one channel. */
  private interface Row {
    void write(String name, @Nullable String detail, ToLongFunction<Steps> of) throws IOException;
  }
}
