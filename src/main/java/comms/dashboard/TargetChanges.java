package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.targets.TargetChange;
import comms.targets.TargetHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who has set which target, from what to what, and from which day on; newest first. */
class TargetChanges extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * @param named whether the metrics' names are said
   */
  TargetChanges(List<TargetHistory> histories, Formats formats, boolean named) {
    addClassName("target-changes");
    List<Row> rows =
        histories.stream()
            .flatMap(history -> history.changes().stream().map(one -> new Row(history, one)))
            .sorted(Comparator.comparing((Row row) -> row.change().changedAt()).reversed())
            .toList();
    if (rows.isEmpty()) {
      add(new Paragraph(getTranslation("settings.history.none")));
      return;
    }
    List<String> columns = new ArrayList<>();
    if (named) {
      columns.add(getTranslation("settings.metric"));
    }
    Stream.of("valid-from", "from-to", "changed-at", "changed-by")
        .map(column -> getTranslation("settings." + column))
        .forEach(columns::add);
    TextTable table = new TextTable(getTranslation("settings.history"), columns);
    for (Row row : rows) {
      List<Span> cells = new ArrayList<>();
      if (named) {
        cells.add(new Span(getTranslation("metric." + row.history().metric().id())));
      }
      cells.add(new Span(formats.date(row.change().from())));
      cells.add(new Span(row.fromTo(formats)));
      cells.add(new Span(formats.dateTime(row.change().changedAt())));
      cells.add(new Span(row.change().changedBy()));
      table.row(cells);
    }
    add(table);
  }

  private record Row(TargetHistory history, TargetChange change) {

    String fromTo(Formats formats) {
      Metric metric = history.metric();
      String stat =
          change.stat() == Stat.VALUE
              ? ""
              : formats.texts().text("stat." + change.stat().wireName()) + " ";
      return stat
          + formats.target(history.before(change), metric.unit())
          + " → "
          + formats.target(history.before(change).withValue(change.value()), metric.unit());
    }
  }
}
