package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import comms.dashboard.PictureTable.Cell;
import comms.telemetry.PrometheusState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How the import of each Prometheus server goes, a row for each. */
final class PrometheusTable extends Article {

  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "server",
          "address",
          "state",
          "last-success",
          "lag",
          "series",
          "failures",
          "last-failure");

  PrometheusTable(List<List<String>> rows, Texts texts) {
    addClassName("card");
    setId("prometheus");
    add(new Header(new H3(texts.text("prometheus.title"))), content(rows, texts));
  }

  private static Component content(List<List<String>> rows, Texts texts) {
    if (rows.isEmpty()) {
      return new Paragraph(texts.text("prometheus.none"));
    }
    return new PictureTable(
        texts.text("prometheus.title"),
        COLUMNS.stream().map(column -> texts.text("prometheus." + column)).toList(),
        rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
  }

  /** What the rows say. */
  static List<List<String>> rows(List<PrometheusState> servers, Formats formats) {
    return servers.stream().map(server -> row(server, formats)).toList();
  }

  private static List<String> row(PrometheusState server, Formats formats) {
    Texts texts = formats.texts();
    return Stream.of(
            server.name(),
            server.address(),
            texts.text("prometheus." + state(server)),
            server.lastSuccess().map(formats::time).orElse(texts.text("prometheus.never")),
            server.lag().map(lag -> formats.duration(rounded(lag))).orElse(Formats.NOTHING),
            formats.number(server.series(), 0),
            formats.number(server.failures(), 0),
            server
                .lastFailure()
                .map(
                    failure ->
                        texts.text(
                            "prometheus.failed-at", failure.message(), formats.time(failure.at())))
                .orElse(Formats.NOTHING))
        .toList();
  }

  private static String state(PrometheusState server) {
    if (server.failing()) {
      return "failing";
    }
    if (server.lastSuccess().isEmpty()) {
      return "starting";
    }
    return server.series() == 0 ? "no-series" : "importing";
  }

  /** Whole minutes, so that a table that is being read does not change all the time. */
  private static double rounded(Duration lag) {
    return lag.toMinutes() > 0 ? lag.toMinutes() * 60.0 : lag.toSeconds() / 10 * 10;
  }
}
