package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.router.Location;
import comms.metrics.TimeRange;
import java.util.function.Consumer;
import java.util.function.Function;

/** A chart with the same figures as a table, of which one is shown; both lead to the records. */
class ChartWithTable extends Div implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Picture picture;
  private final Chart chart;
  private final PictureTable table;

  ChartWithTable(Picture picture, String title, String description, Pen pen) {
    this(picture, title, description, pen.formats());
  }

  ChartWithTable(Picture picture, String title, String description, Formats formats) {
    this.picture = picture;
    addClassName("picture");
    H4 heading = new H4(title);
    heading.setVisible(!title.isEmpty());
    chart = new Chart(ChartConfiguration.of(picture, formats.locale()), description);
    table =
        new PictureTable(
            picture,
            description,
            formats.texts().text(picture.overBuckets() ? "table.bucket" : "table.part"));
    table.setVisible(false);
    chart.addSelectListener(
        event -> picture.href(event.dataset(), event.index()).ifPresent(ChartWithTable::open));
    add(heading, chart, table);
    if (!picture.notes().isEmpty()) {
      add(new NoteList(picture.notes(), formats.texts().text("notes")));
    }
  }

  void showTable(boolean asTable) {
    chart.setVisible(!asTable);
    table.setVisible(asTable);
  }

  Chart chart() {
    return chart;
  }

  /** Makes the chart's figures lead; the table, a part of the card like others, is led itself. */
  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    chart.addSelectListener(
        event ->
            picture
                .mark(event.dataset(), event.index())
                .filter(mark -> !mark.ofOthers())
                .ifPresent(mark -> open(link.apply(mark).href())));
  }

  /** Tells of the time that a reader drags over, where the chart is one over time. */
  void zoom(Consumer<TimeRange> zoomed) {
    if (picture.overBuckets()) {
      chart.addZoomListener(event -> picture.range(event.first(), event.last()).ifPresent(zoomed));
    }
  }

  private static void open(String href) {
    Location location = new Location(href);
    UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
  }
}
