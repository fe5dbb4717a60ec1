package comms.dashboard;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import comms.disputes.ContractsBehind;
import comms.disputes.ContractsBehind.Contract;
import comms.disputes.ContractsBehind.Group;
import comms.timeline.Subject;
import jakarta.annotation.security.RolesAllowed;

/** The contracts that a figure about disputed or undisputed contracts was worked out from. */
@Route(value = ContractsLink.ROUTE, layout = MainLayout.class)
@RolesAllowed({DeliveryView.SUPPORT, DisputeDeskView.PRODUCT, DeliveryView.ADMIN})
class ContractsBehindView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int FEW = 15;

  private final transient Desk desk;
  private final transient ContractsBehind behind;
  private final AsyncArea area;

  ContractsBehindView(Desk desk, ContractsBehind behind) {
    this.desk = desk;
    this.behind = behind;
    this.area = new AsyncArea("records-area", desk.tasks());
    addClassName("dashboard");
    add(area);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    ContractsLink.of(event.getLocation().getQueryParameters())
        .ifPresentOrElse(
            link ->
                area.load(
                    () -> behind.compare(link.question()).of(link.group()).samples(link.measure()),
                    count -> show(link, count)),
            this::miss);
  }

  private void show(ContractsLink link, long count) {
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    String group = getTranslation("desk.contracts." + link.group().wireName() + ".then");
    String heading =
        group + ", " + formats.range(link.question().range()) + ": " + formats.number(count, 0);
    Anchor back =
        new Anchor(link.back(), getTranslation("records.back.to", getTranslation("view.disputes")));
    back.addClassName("back");
    Div facts =
        new Div(
            new Paragraph(getTranslation("desk.contracts." + link.measure().wireName())),
            new Paragraph(
                getTranslation("desk.contracts." + link.group().wireName() + ".definition")));
    facts.addClassName("facts");
    area.add(back, new Header(new H1(heading)), facts);
    area.add(
        count == 0
            ? new Paragraph(getTranslation("records.none"))
            : grid(link, count, heading, formats));
  }

  private Grid<Contract> grid(ContractsLink link, long count, String heading, Formats formats) {
    Grid<Contract> grid = new Grid<>(Contract.class, false);
    grid.addClassName("records");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setProperty("accessibleName", heading);
    grid.addColumn(
            LitRenderer.<Contract>of("<a href=\"${item.href}\">${item.id}</a>")
                .withProperty("id", Contract::contractId)
                .withProperty(
                    "href",
                    contract -> new TimelineLink(Subject.CONTRACT, contract.contractId()).href()))
        .setHeader(getTranslation("record.contract_id"))
        .setAutoWidth(true);
    text(
        grid,
        "record.started_at",
        contract ->
            contract.startedAt() == null
                ? Formats.NOTHING
                : formats.dateTime(contract.startedAt()));
    text(
        grid,
        link.group() == Group.DISPUTED ? "desk.contracts.opened" : "desk.contracts.until",
        contract -> formats.dateTime(contract.until()));
    number(
        grid,
        "desk.contracts.reply",
        contract ->
            contract.replySec() == null ? Formats.NOTHING : formats.duration(contract.replySec()));
    number(grid, "desk.contracts.failures", contract -> formats.number(contract.failed(), 0));
    number(grid, "desk.contracts.sent", contract -> formats.number(contract.messages(), 0));
    int size = (int) Math.min(count, Integer.MAX_VALUE);
    RowsBefore<Contract> before = new RowsBefore<>();
    grid.setDataProvider(
        DataProvider.fromCallbacks(
            query ->
                before
                    .page(
                        link,
                        query.getOffset(),
                        query.getLimit(),
                        (last, limit) ->
                            behind.after(
                                link.question(), link.group(), link.measure(), last, limit),
                        (limit, offset) ->
                            behind.page(
                                link.question(), link.group(), link.measure(), limit, offset))
                    .stream(),
            _ -> size));
    grid.setAllRowsVisible(count <= FEW);
    return grid;
  }

  private Grid.Column<Contract> text(
      Grid<Contract> grid, String header, ValueProvider<Contract, String> value) {
    return grid.addColumn(new TextRenderer<>(value::apply))
        .setHeader(getTranslation(header))
        .setAutoWidth(true);
  }

  private void number(Grid<Contract> grid, String header, ValueProvider<Contract, String> value) {
    text(grid, header, value).setTextAlign(ColumnTextAlign.END);
  }

  private void miss() {
    area.removeAll();
    area.add(
        new H1(getTranslation("desk.contracts")),
        new Paragraph(getTranslation("records.unknown")),
        new Anchor("disputes", getTranslation("view.disputes")));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("desk.contracts") + " · " + getTranslation("app.name");
  }
}
