package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import comms.tables.CsvSheet;
import comms.tables.FileName;
import comms.tables.Sheet;
import comms.tables.XlsxSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A link to a table that is made when somebody follows it, row by row. */
class SheetLink extends Anchor {

  private static final long serialVersionUID = 1L;

  /** The kinds of files. */
  enum Format {
    CSV(".csv", "text/csv; charset=utf-8"),
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
      this.ending = ending;
      this.type = type;
    }

    private Sheet open(OutputStream out, String title, String cutOff) throws IOException {
      return this == CSV
          ? new CsvSheet(new OutputStreamWriter(out, StandardCharsets.UTF_8))
          : new XlsxSheet(out, title, cutOff);
    }
  }

  /**
   * What a file holds, asked from the store before its first byte is written, so that a store that
   * is away is an error and not half a file.
   *
   * @param name of the file, without its ending
   * @param title of the sheet
   */
  record Content(String name, String title, Rows rows) {}

  /** Writes the rows of a file. */
  interface Rows {
    void writeTo(Sheet sheet) throws Exception;
  }

  /**
   * @param content what the file holds; empty where there is nothing yet
   */
  SheetLink(String text, Format format, Callable<Optional<Content>> content) {
    setText(text);
    String cutOff = getTranslation("export.cut-off");
    setHref((DownloadHandler) event -> write(event, format, content, cutOff));
    getElement().setAttribute("download", true);
  }

  private static void write(
      DownloadEvent event, Format format, Callable<Optional<Content>> asked, String cutOff)
      throws IOException {
    try {
      Optional<Content> content = asked.call();
      if (content.isEmpty()) {
        event.getResponse().setStatus(404);
        return;
      }
      event.setFileName(FileName.safe(content.get().name()) + format.ending);
      event.setContentType(format.type);
      try (Sheet sheet = format.open(event.getOutputStream(), content.get().title(), cutOff)) {
        content.get().rows().writeTo(sheet);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      event.getResponse().setStatus(503);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the figures cannot be had", e);
    }
  }
}
