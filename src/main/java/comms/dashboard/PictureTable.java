package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of text with row and column headers, scrolling inside itself when it is wide or long. */
class PictureTable extends Div {

  private static final long serialVersionUID = 1L;

  /** The figures behind a chart, a row for each bucket. */
  PictureTable(Picture picture, String caption, String firstColumn) {
    this(
        caption,
        Stream.concat(
                Stream.of(firstColumn),
                picture.lines().stream().map(line -> line.name().isEmpty() ? caption : line.name()))
            .toList(),
        IntStream.range(0, picture.titles().size())
            .mapToObj(
                row ->
                    Stream.concat(
                            Stream.of(picture.titles().get(row)),
                            picture.lines().stream()
                                .map(
                                    line ->
                                        row < line.formatted().size()
                                            ? line.formatted().get(row)
                                            : Formats.NOTHING))
                        .toList())
            .toList());
  }

  /** A table of those columns and rows; the first cell of a row is its header. */
  PictureTable(String caption, List<String> columns, List<List<String>> rows) {
    addClassName("table");
    NativeTable table = new NativeTable();
    NativeTableCaption title = new NativeTableCaption();
    title.setText(caption);
    table.addComponentAsFirst(title);
    NativeTableRow head = new NativeTableRow();
    columns.forEach(column -> head.add(header(column, "col")));
    table.getHead().add(head);
    for (List<String> cells : rows) {
      NativeTableRow row = new NativeTableRow(header(cells.get(0), "row"));
      cells.stream().skip(1).forEach(cell -> row.add(new NativeTableCell(cell)));
      table.getBody().add(row);
    }
    getElement().setAttribute("tabindex", "0");
    add(table);
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
