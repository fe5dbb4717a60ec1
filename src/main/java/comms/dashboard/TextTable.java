package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of words, scrolling inside itself where it is wide; a row's first cell is its header. */
class TextTable extends Div {

  private static final long serialVersionUID = 1L;

  private final NativeTable table = new NativeTable();

  TextTable(String caption, List<String> columns) {
    addClassNames("table", "words");
    NativeTableCaption title = new NativeTableCaption();
    title.setText(caption);
    table.addComponentAsFirst(title);
    NativeTableRow head = new NativeTableRow();
    columns.forEach(column -> head.add(header(column, "col")));
    table.getHead().add(head);
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", caption);
    add(table);
  }

  void row(List<? extends Component> cells) {
    NativeTableHeaderCell head = header("", "row");
    head.add(cells.getFirst());
    NativeTableRow row = new NativeTableRow(head);
    cells.stream().skip(1).forEach(cell -> row.add(new NativeTableCell(cell)));
    table.getBody().add(row);
  }

  private static NativeTableHeaderCell header(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
