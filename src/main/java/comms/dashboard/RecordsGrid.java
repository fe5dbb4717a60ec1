package comms.dashboard;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridSortOrderBuilder;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records as rows, fetched page by page in the store's order; ids lead to their timelines. */
class RecordsGrid extends Grid<RecordRow> {

  private static final long serialVersionUID = 1L;

  /** A few rows are shown without scrolling inside the grid. */
  private static final int FEW = 15;

  private final transient RecordsLink link;
  private final transient RecordWords words;
  private final transient RowsBefore<RecordRow> before = new RowsBefore<>();

  /**
   * @param beyond the value from which on rows are marked, null for none
   * @param sorted is told of every other order that a reader chooses
   */
  RecordsGrid(
      RecordsLink link,
      RecordWords words,
      Records records,
      long count,
      @Nullable Double beyond,
      Consumer<RecordSort> sorted) {
    super(RecordRow.class, false);
    this.link = link;
    this.words = words;
    addClassName("records");
    setSelectionMode(SelectionMode.NONE);
    getElement().setProperty("accessibleName", words.heading(count));
    columns(link.query().kind()).forEach(this::add);
    setPartNameGenerator(row -> beyond != null && isBeyond(row, beyond) ? "beyond" : null);
    sort(order(link.sort()));
    addSortListener(
        event -> {
          if (event.isFromClient()) {
            sorted.accept(chosen(event.getSortOrder()));
          }
        });
    // The number is that of the heading, whatever has arrived since.
    int size = (int) Math.min(count, Integer.MAX_VALUE);
    setDataProvider(DataProvider.fromCallbacks(query -> fetch(records, query), query -> size));
    setAllRowsVisible(count <= FEW);
  }

  /**
   * The columns of that kind, one without links first: the keyboard enters a grid by its first
   * cell, which has to be large enough beside whatever it holds.
   */
  private static List<RecordColumn> columns(RecordKind kind) {
    List<RecordColumn> columns = new ArrayList<>(kind.columns());
    kind.columns().stream()
        .filter(column -> !leads(column))
        .findFirst()
        .ifPresent(
            first -> {
              columns.remove(first);
              columns.addFirst(first);
            });
    return columns;
  }

  private static boolean leads(RecordColumn column) {
    return column == RecordColumn.MESSAGE_ID || TimelineLink.subject(column.wireName()).isPresent();
  }

  private void add(RecordColumn column) {
    Column<RecordRow> shown = addColumn(renderer(column));
    shown.setKey(column.wireName());
    shown.setHeader(getTranslation("record." + column.wireName()));
    shown.setSortProperty(column.wireName());
    shown.setAutoWidth(true);
    if (column.type() != RecordColumn.Type.TEXT && column.type() != RecordColumn.Type.TIME) {
      shown.setTextAlign(ColumnTextAlign.END);
    }
  }

  private Renderer<RecordRow> renderer(RecordColumn column) {
    return leads(column)
        ? LitRenderer.<RecordRow>of(
                "${item.href ? html`<a href=\"${item.href}\">${item.id}</a>` : item.id}")
            .withProperty("id", row -> row.text(column))
            .withProperty("href", row -> href(column, row))
        : new TextRenderer<>(row -> words.value(column, row.value(column)));
  }

  /** A message is on the timeline of its thread. */
  private static String href(RecordColumn column, RecordRow row) {
    RecordColumn leading = column == RecordColumn.MESSAGE_ID ? RecordColumn.THREAD_ID : column;
    return TimelineLink.of(leading, row.text(leading)).map(TimelineLink::href).orElse("");
  }

  private boolean isBeyond(RecordRow row, double beyond) {
    return row.value(link.query().kind().order().column()) instanceof Double value
        && value >= beyond;
  }

  private Stream<RecordRow> fetch(Records records, Query<RecordRow, Void> query) {
    RecordSort sort =
        query.getSortOrders().isEmpty() ? link.sort() : sort(query.getSortOrders().getFirst());
    return before
        .page(
            sort,
            query.getOffset(),
            query.getLimit(),
            (last, limit) -> records.after(link.query(), sort, last, limit),
            (limit, offset) -> records.page(link.query(), sort, limit, offset))
        .stream();
  }

  private static RecordSort sort(QuerySortOrder order) {
    return new RecordSort(
        RecordColumn.named(order.getSorted()).orElseThrow(),
        order.getDirection() == SortDirection.ASCENDING);
  }

  private List<GridSortOrder<RecordRow>> order(RecordSort sort) {
    Column<RecordRow> column = getColumnByKey(sort.column().wireName());
    GridSortOrderBuilder<RecordRow> order = new GridSortOrderBuilder<>();
    return (sort.ascending() ? order.thenAsc(column) : order.thenDesc(column)).build();
  }

  private RecordSort chosen(List<GridSortOrder<RecordRow>> order) {
    if (order.isEmpty()) {
      return link.query().kind().order();
    }
    GridSortOrder<RecordRow> first = order.getFirst();
    return new RecordSort(
        RecordColumn.named(first.getSorted().getKey()).orElseThrow(),
        first.getDirection() == SortDirection.ASCENDING);
  }
}
