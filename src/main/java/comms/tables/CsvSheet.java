package comms.tables;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as CSV (RFC 4180). */
public class CsvSheet implements Sheet {

  private final Writer writer;

  public CsvSheet(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.append(i == 0 ? "" : ",").append(quoted(CellText.of(cells.get(i))));
    }
    writer.append("\r\n");
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
