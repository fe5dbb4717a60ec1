package comms.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as the only sheet of an Office Open XML workbook. A sheet ends at its last possible row:
 * there stands the note that it was cut off, and what comes after is left out.
 */
public class XlsxSheet implements Sheet {

  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_NAME = 31;

  /** What the format can number. */
  private static final int MOST_ROWS = 1_048_576;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final String cutOff;
  private final int mostRows;
  private int rows;

  /**
   * @param name of the sheet; what a name must not hold is left out
   * @param cutOff what its last row says where there are more
   */
  public XlsxSheet(OutputStream out, String name, String cutOff) {
    this(out, name, cutOff, MOST_ROWS);
  }

  XlsxSheet(OutputStream out, String name, String cutOff, int mostRows) {
    this.cutOff = cutOff;
    this.mostRows = mostRows;
    workbook = new Workbook(out, "Comms Analytics", "1.0");
    String legal = name.replaceAll("[\\[\\]*?/\\\\:]", " ").strip();
    sheet =
        workbook.newWorksheet(legal.substring(0, Math.min(legal.length(), LONGEST_NAME)).strip());
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (rows < mostRows - 1) {
      write(cells);
    } else if (!full()) {
      // That there is a row too many is known only when it comes, so the last one is never used.
      write(List.of(cutOff));
    }
  }

  @Override
  public boolean full() {
    return rows >= mostRows;
  }

  private void write(List<? extends @Nullable Object> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      Object value = cells.get(column);
      if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
        sheet.value(rows, column, number);
      } else if (value != null) {
        sheet.inlineString(rows, column, CellText.of(value));
      }
    }
    rows++;
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.close();
  }
}
