package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import comms.dashboard.PictureTable.Cell;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sources of one kind do on this node, a row for each; it follows the page's polling, and is
 * left alone while its rows stay the same.
 */
abstract class SourceCard extends Article {

  private static final long serialVersionUID = 1L;

  private final String texts;
  private final transient List<String> columns;
  private final transient DashboardTime time;
  private final Div content = new Div();
  private transient @Nullable List<List<String>> shown;
  private @Nullable Registration polling;

  /**
   * @param texts what the keys of its texts begin with: the title, the columns, and what it says
   *     when there are no sources
   */
  SourceCard(String texts, List<String> columns, DashboardTime time) {
    this.texts = texts;
    this.columns = columns;
    this.time = time;
    addClassName("card");
    add(new Header(new H3(getTranslation(texts + ".title"))), content);
  }

  /** What the rows say; the first of each is the name of its source. */
  abstract List<List<String>> rows(Formats formats);

  private void reload() {
    List<List<String>> rows = rows(new Formats(Texts.current(), time.zone()));
    if (!rows.equals(shown)) {
      content.removeAll();
      content.add(rows.isEmpty() ? new Paragraph(getTranslation(texts + ".none")) : table(rows));
      shown = rows;
    }
  }

  private Component table(List<List<String>> rows) {
    return new PictureTable(
        getTranslation(texts + ".title"),
        columns.stream().map(column -> getTranslation(texts + "." + column)).toList(),
        rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
  }

  /** In whole minutes, so that a table that is being read does not change all the time. */
  static String age(Duration age, Formats formats) {
    return formats.duration(
        age.toMinutes() > 0 ? age.toMinutes() * 60.0 : age.toSeconds() / 10 * 10);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    reload();
    polling = event.getUI().addPollListener(_ -> reload());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }
}
