package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import java.util.List;

/** A table of words. */
class TextTable extends RowTable {

  private static final long serialVersionUID = 1L;

  TextTable(String caption, List<String> columns) {
    super(caption, columns);
    addClassName("words");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", caption);
  }

  /** Another row; the first of the cells is its header. */
  void row(List<? extends Component> cells) {
    row(cells.getFirst(), cells.stream().skip(1).map(NativeTableCell::new).toList());
  }
}
