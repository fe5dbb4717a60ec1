package comms.dashboard;

import comms.tables.Sheet;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a card as a table in the reader's language: in its head the card's title, what was
 * asked and when the file was made, then its rows. Shares are fractions, durations are seconds,
 * times are in the dashboard's zone.
 *
 * @param id of the card
 * @param rows gives the rows, asked from the store where the card does not hold them
 */
record CardFile(
    String id, String title, Window window, Formats formats, Callable<SheetLink.Rows> rows) {

  /** Rows that are known already, under their columns. */
  static SheetLink.Rows of(List<String> columns, List<List<@Nullable Object>> rows) {
    return sheet -> {
      sheet.row(columns);
      for (List<@Nullable Object> row : rows) {
        sheet.row(row);
      }
    };
  }

  /** The name of the file, without its ending. */
  String name() {
    Days span = window.span();
    return id + "-" + span.first() + "-" + span.last();
  }

  /** What was asked, in one line. */
  String line() {
    return new FilterWords(window, formats).line();
  }

  SheetLink.Content content(Instant made) throws Exception {
    SheetLink.Rows found = rows.call();
    return new SheetLink.Content(
        name(),
        title,
        sheet -> {
          writeHead(sheet, made);
          found.writeTo(sheet);
        });
  }

  private void writeHead(Sheet sheet, Instant made) throws IOException {
    sheet.row(title);
    for (Map.Entry<String, String> choice : new FilterWords(window, formats).choices().entrySet()) {
      sheet.row(choice.getKey(), choice.getValue());
    }
    sheet.row(
        formats.texts().text("export.made"),
        formats.dateTime(made) + " (" + window.zone().getId() + ")");
    sheet.row();
  }
}
