package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/**
 * A table that scrolls inside itself where it is wide or long; every row begins with its header.
 */
abstract class RowTable extends Div {

  private static final long serialVersionUID = 1L;

  private final NativeTable table = new NativeTable();

  RowTable(String caption, List<String> columns) {
    addClassName("table");
    NativeTableCaption title = new NativeTableCaption();
    title.setText(caption);
    table.addComponentAsFirst(title);
    NativeTableRow head = new NativeTableRow();
    columns.forEach(column -> head.add(header("col", new Text(column))));
    table.getHead().add(head);
    getElement().setAttribute("tabindex", "0");
    add(table);
  }

  void row(Component header, List<NativeTableCell> cells) {
    NativeTableRow row = new NativeTableRow(header("row", header));
    cells.forEach(row::add);
    table.getBody().add(row);
  }

  private static NativeTableHeaderCell header(String scope, Component content) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
