package comms.metrics.web;

import comms.tables.CsvSheet;
import comms.tables.FileName;
import comms.tables.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** A response that is a CSV file; its rows are sent as they are written. */
final class CsvAnswer {

  private CsvAnswer() {}

  static Sheet open(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + FileName.safe(name) + ".csv\"");
    return new CsvSheet(response.getWriter());
  }
}
