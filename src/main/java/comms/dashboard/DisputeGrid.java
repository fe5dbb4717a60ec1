package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridSortOrderBuilder;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.timeline.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Disputes as rows, fetched page by page in the store's order. On a narrow screen the columns but
 * the first are told in one.
 */
@Uses(Countdown.class)
class DisputeGrid extends Grid<Dispute> {

  private static final long serialVersionUID = 1L;

  /** A few rows are shown without scrolling inside the grid. */
  private static final int FEW = 12;

  private static final int NARROW_PIXELS = 700;

  private static final String LINK =
      "${item.href ? html`<a href=\"${item.href}\">${item.id}</a>` : item.id}";

  private static final String REMAINING =
      "${item.deadline ? html`<comms-countdown .deadline=\"${item.deadline}\"></comms-countdown>`"
          + " : item.instead}";

  private static final String ALL_IN_ONE =
      """
      <div class="dispute-row"><a href="${item.href}">${item.id}</a>\
      <a href="${item.contractHref}">${item.contract}</a>\
      <span>${item.line}</span><span>${item.times}</span></div>""";

  private final transient DisputeDesk disputes;
  private final transient DisputeWords words;
  private final transient RowsBefore<Dispute> before = new RowsBefore<>();
  private final transient List<Column<Dispute>> wide = new ArrayList<>();
  private final Column<Dispute> left;
  private final Column<Dispute> narrow;
  private transient DisputeFilter filter;
  private int size;
  private @Nullable Registration resizing;

  /**
   * @param sorted is told of every other order that a reader chooses
   */
  DisputeGrid(
      DisputeDesk disputes,
      DisputeFilter filter,
      DisputeSort sort,
      long count,
      DisputeWords words,
      Consumer<DisputeSort> sorted) {
    super(Dispute.class, false);
    this.disputes = disputes;
    this.filter = filter;
    this.words = words;
    boolean open = filter.state() == State.OPEN;
    addClassNames("records", "disputes");
    setSelectionMode(SelectionMode.NONE);
    left =
        addColumn(
                LitRenderer.<Dispute>of(REMAINING)
                    .withProperty("deadline", this::deadline)
                    .withProperty("instead", words::instead))
            .setKey(DisputeSort.Column.BREACH.wireName())
            .setSortProperty(DisputeSort.Column.BREACH.wireName())
            .setHeader(getTranslation("desk.column.breach"))
            .setAutoWidth(true)
            .setFlexGrow(0);
    narrow = addColumn(allInOne()).setHeader(getTranslation("record.dispute_id"));
    narrow.setVisible(false);
    wide.add(link("record.dispute_id", Subject.DISPUTE, Dispute::disputeId));
    text(DisputeSort.Column.INITIATOR, "record.initiator_role", words::initiator);
    text(DisputeSort.Column.REASON, "record.reason_category", words::reason);
    text(DisputeSort.Column.STATE, open ? "desk.column.state" : "desk.column.end", words::state);
    text(DisputeSort.Column.OPENED, "record.opened_at", words::opened);
    text(DisputeSort.Column.AGE, open ? "desk.column.age" : "desk.column.took", words::age);
    if (!open) {
      text(DisputeSort.Column.RESOLVED, "record.resolved_at", this::resolved);
    }
    wide.add(link("record.contract_id", Subject.CONTRACT, Dispute::contractId));
    sort(order(sort));
    addSortListener(
        event -> {
          if (event.isFromClient()) {
            sorted.accept(chosen(event.getSortOrder()));
          }
        });
    setDataProvider(DataProvider.fromCallbacks(this::fetch, _ -> size));
    size(count);
  }

  private void size(long count) {
    size = (int) Math.min(count, Integer.MAX_VALUE);
    setAllRowsVisible(count <= FEW);
  }

  /** The same list at a later moment. */
  void refresh(DisputeFilter later, long count) {
    filter = later;
    size(count);
    getDataProvider().refreshAll();
  }

  private void text(
      DisputeSort.Column column, String header, ValueProvider<Dispute, String> value) {
    wide.add(
        addColumn(new TextRenderer<>(value::apply))
            .setKey(column.wireName())
            .setSortProperty(column.wireName())
            .setHeader(getTranslation(header))
            .setAutoWidth(true));
  }

  private Column<Dispute> link(String header, Subject subject, ValueProvider<Dispute, String> id) {
    return addColumn(
            LitRenderer.<Dispute>of(LINK)
                .withProperty("id", id)
                .withProperty("href", dispute -> href(subject, id.apply(dispute))))
        .setHeader(getTranslation(header))
        .setAutoWidth(true);
  }

  private LitRenderer<Dispute> allInOne() {
    return LitRenderer.<Dispute>of(ALL_IN_ONE)
        .withProperty("id", Dispute::disputeId)
        .withProperty("href", dispute -> href(Subject.DISPUTE, dispute.disputeId()))
        .withProperty("contract", Dispute::contractId)
        .withProperty("contractHref", dispute -> href(Subject.CONTRACT, dispute.contractId()))
        .withProperty("line", words::line)
        .withProperty("times", this::times);
  }

  private String times(Dispute dispute) {
    return dispute.resolvedAt() == null
        ? getTranslation("desk.open-for", words.age(dispute))
        : resolved(dispute);
  }

  private String resolved(Dispute dispute) {
    return dispute.resolvedAt() == null
        ? Formats.NOTHING
        : words.formats().dateTime(dispute.resolvedAt());
  }

  private static String href(Subject subject, String id) {
    return id.isEmpty() ? "" : new TimelineLink(subject, id).href();
  }

  private @Nullable Double deadline(Dispute dispute) {
    return DisputeWords.deadline(dispute, filter.at()).map(Countdown::millis).orElse(null);
  }

  private Stream<Dispute> fetch(Query<Dispute, Void> query) {
    List<QuerySortOrder> orders = query.getSortOrders();
    DisputeSort sort =
        orders.isEmpty()
            ? DeskChoice.DEFAULT.withState(filter.state()).order()
            : sort(orders.getFirst().getSorted(), orders.getFirst().getDirection());
    return before
        .page(
            List.of(filter, sort),
            query.getOffset(),
            query.getLimit(),
            (last, limit) -> disputes.after(filter, sort, last, limit),
            (limit, offset) -> disputes.page(filter, sort, limit, offset))
        .stream();
  }

  private static DisputeSort sort(String column, SortDirection direction) {
    String sign = direction == SortDirection.ASCENDING ? "" : "-";
    return DisputeSort.named(sign + column).orElseThrow();
  }

  private List<GridSortOrder<Dispute>> order(DisputeSort sort) {
    Column<Dispute> column = getColumnByKey(sort.column().wireName());
    if (column == null) {
      return List.of();
    }
    GridSortOrderBuilder<Dispute> order = new GridSortOrderBuilder<>();
    return (sort.ascending() ? order.thenAsc(column) : order.thenDesc(column)).build();
  }

  private DisputeSort chosen(List<GridSortOrder<Dispute>> order) {
    return order.isEmpty()
        ? DisputeSort.BREACH
        : sort(order.getFirst().getSorted().getKey(), order.getFirst().getDirection());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    Page page = event.getUI().getPage();
    page.retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
    resizing = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    super.onDetach(event);
    if (resizing != null) {
      resizing.remove();
      resizing = null;
    }
  }

  private void fit(int pixels) {
    boolean slim = pixels <= NARROW_PIXELS;
    if (narrow.isVisible() != slim) {
      narrow.setVisible(slim);
      wide.forEach(column -> column.setVisible(!slim));
      left.setAutoWidth(!slim);
      left.setWidth(slim ? "8rem" : null);
      recalculateColumnWidths();
    }
  }
}
