package comms.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as the only sheet of an Office Open XML workbook. */
public class XlsxSheet implements Sheet {

  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_NAME = 31;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  /**
   * @param name of the sheet; what a name must not hold is left out
   */
  public XlsxSheet(OutputStream out, String name) {
    workbook = new Workbook(out, "Comms Analytics", "1.0");
    String legal = name.replaceAll("[\\[\\]*?/\\\\:]", " ").strip();
    sheet =
        workbook.newWorksheet(legal.substring(0, Math.min(legal.length(), LONGEST_NAME)).strip());
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
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
