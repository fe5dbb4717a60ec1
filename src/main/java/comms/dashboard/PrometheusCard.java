package comms.dashboard;

import comms.telemetry.PrometheusImport;
import comms.telemetry.PrometheusState;
import java.util.List;

/** How the import of each Prometheus server goes, a row for each. */
final class PrometheusCard extends SourceCard {

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

  private final transient PrometheusImport prometheus;

  PrometheusCard(PrometheusImport prometheus, DashboardTime time) {
    super("prometheus", COLUMNS, time);
    this.prometheus = prometheus;
    setId("prometheus");
  }

  @Override
  List<List<String>> rows(Formats formats) {
    return prometheus.states().stream().map(server -> row(server, formats)).toList();
  }

  private static List<String> row(PrometheusState server, Formats formats) {
    Texts texts = formats.texts();
    return List.of(
        server.name(),
        server.address(),
        texts.text("prometheus." + state(server)),
        server.lastSuccess().map(formats::time).orElse(texts.text("prometheus.never")),
        server.lag().map(lag -> age(lag, formats)).orElse(Formats.NOTHING),
        series(server, formats),
        formats.number(server.failures(), 0),
        server
            .lastFailure()
            .map(
                failure ->
                    texts.text(
                        "prometheus.failed-at", failure.message(), formats.time(failure.at())))
            .orElse(Formats.NOTHING));
  }

  /** How many, and which of them have histograms that cannot be read. */
  private static String series(PrometheusState server, Formats formats) {
    String number = formats.number(server.series(), 0);
    return server.unread().isEmpty()
        ? number
        : formats.texts().text("prometheus.unread", number, String.join(" ", server.unread()));
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
}
