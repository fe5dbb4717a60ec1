package comms.dashboard;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of figures, which lead to their records. */
class PictureTable extends RowTable implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Map<NativeTableCell, Mark> marks = new LinkedHashMap<>();

  /**
   * A cell.
   *
   * @param mark which figure it shows, if it shows one
   * @param href where it leads if not to the records of a figure, else empty
   */
  record Cell(String text, Optional<Mark> mark, String href) {

    Cell(String text, Optional<Mark> mark) {
      this(text, mark, "");
    }

    static Cell leading(String text, String href) {
      return new Cell(text, Optional.empty(), href);
    }

    static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    static Cell of(String text, Mark mark) {
      return new Cell(text, Optional.of(mark));
    }
  }

  /** The figures behind a chart, a row for each bucket. */
  PictureTable(Picture picture, String caption, String firstColumn) {
    this(
        caption,
        Stream.concat(
                Stream.of(firstColumn),
                picture.lines().stream().map(line -> line.name().isEmpty() ? caption : line.name()))
            .toList(),
        IntStream.range(0, picture.titles().size()).mapToObj(row -> row(picture, row)).toList());
  }

  /** A table of those columns and rows; the first cell of a row is its header. */
  PictureTable(String caption, List<String> columns, List<List<Cell>> rows) {
    super(caption, columns);
    rows.forEach(
        row ->
            row(new Text(row.getFirst().text()), row.stream().skip(1).map(this::shown).toList()));
  }

  private static List<Cell> row(Picture picture, int row) {
    return Stream.concat(
            Stream.of(Cell.of(picture.titles().get(row))),
            picture.lines().stream().map(line -> cell(line, row)))
        .toList();
  }

  private static Cell cell(Line line, int row) {
    if (row >= line.formatted().size()) {
      return Cell.of(Formats.NOTHING);
    }
    String text = line.formatted().get(row);
    return line.href(row)
        .map(href -> Cell.leading(text, href))
        .orElseGet(() -> new Cell(text, line.mark(row)));
  }

  private NativeTableCell shown(Cell cell) {
    NativeTableCell shown =
        cell.href().isEmpty()
            ? new NativeTableCell(cell.text())
            : new NativeTableCell(new Anchor(cell.href(), cell.text()));
    cell.mark().ifPresent(mark -> marks.put(shown, mark));
    return shown;
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    marks.forEach(
        (cell, mark) -> {
          if (mark.ofOthers()) {
            return;
          }
          Anchor anchor = new Anchor(link.apply(mark).href(), cell.getText());
          cell.removeAll();
          cell.setText("");
          cell.add(anchor);
        });
  }
}
