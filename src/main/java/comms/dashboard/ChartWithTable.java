package comms.dashboard;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;

/** A chart with the same figures as a table, of which one is shown. */
class ChartWithTable extends Div {

  private static final long serialVersionUID = 1L;

  private final Chart chart;
  private final PictureTable table;

  ChartWithTable(Picture picture, String title, String description, Pen pen) {
    this(picture, title, description, pen.formats());
  }

  ChartWithTable(Picture picture, String title, String description, Formats formats) {
    addClassName("picture");
    H4 heading = new H4(title);
    heading.setVisible(!title.isEmpty());
    chart = new Chart(ChartConfiguration.of(picture, formats.locale()), description);
    boolean overBuckets =
        picture.shape() != Picture.Shape.PIE && picture.shape() != Picture.Shape.FUNNEL;
    table =
        new PictureTable(
            picture,
            description,
            formats.texts().text(overBuckets ? "table.bucket" : "table.part"));
    table.setVisible(false);
    add(heading, chart, table);
  }

  void showTable(boolean asTable) {
    chart.setVisible(!asTable);
    table.setVisible(asTable);
  }

  Chart chart() {
    return chart;
  }

  void addSelectListener(ComponentEventListener<Chart.SelectEvent> listener) {
    chart.addSelectListener(listener);
  }
}
