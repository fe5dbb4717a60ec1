package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import comms.catalog.Dimension;
import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.demo.DemoData;
import comms.ingestion.EventsStored;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import comms.security.ProjectKeys;
import comms.tables.CsvSheet;
import comms.timeline.Arrivals;
import comms.timeline.Subject;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.TransientDataAccessResourceException;

@ViewPackages(classes = OverviewView.class)
class DrillDownViewTest extends BrowserlessTest {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Clock clock = Clock.fixed(Instant.parse("2026-04-08T10:30:00Z"), UTC);
  private final PlausibleMetrics metrics = new PlausibleMetrics(clock, UTC);
  private final CardTasks tasks = new CardTasks();
  private final OneContract contract = new OneContract();
  private final Arrivals arrivals = new Arrivals();

  @BeforeEach
  void readEnglish() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void stopTasks() {
    tasks.stop();
  }

  @Test
  void namesTheRecordsBehindAFigureInWords() {
    RecordsView view = records(new PlausibleRecords(), link(Part.COUNTED));

    eventually(
        () ->
            heading(view)
                .equals("Disputes resolved, Apr 6, 2026 – Apr 12, 2026, Resolution Split: 40"));
    RecordsGrid grid = find(RecordsGrid.class, view).single();
    assertThat(grid.getDataCommunicator().getDataProviderSize()).isEqualTo(40);
    assertThat(hrefs(view)).contains("product?period=28d");
    assertThat(find(SheetLink.class, view).all().stream().map(SheetLink::getText))
        .containsExactly("Download as CSV", "Download as XLSX");
  }

  @Test
  void takesTheRecordsAlongWithWhatTheyAre() throws IOException {
    PlausibleRecords records = new PlausibleRecords();
    RecordsLink link = link(Part.COUNTED);
    RecordWords words = new RecordWords(link.query(), new Formats(Texts.current(), UTC));
    RecordsExport export = new RecordsExport(link, words, new Figure(40.0, 40, 1, 40), 40);
    StringWriter file = new StringWriter();
    try (CsvSheet sheet = new CsvSheet(file)) {
      export.writeTo(sheet, export.first(records), records, Instant.parse("2026-04-14T12:00:00Z"));
    }
    List<String> lines = file.toString().lines().toList();
    assertThat(lines.getFirst())
        .contains("Disputes resolved, Apr 6, 2026 – Apr 12, 2026, Resolution Split: 40");
    assertThat(lines.get(1)).contains("Dispute outcomes", "40");
    assertThat(lines.get(2)).contains("Apr 14, 2026", "(UTC)");
    assertThat(lines).hasSize(3 + 1 + 1 + 40);
  }

  @Test
  void offersTheWholeBesideWhatWasCounted() {
    RecordsView view = records(new PlausibleRecords(), link(Part.ALL));

    eventually(() -> heading(view).equals("Disputes resolved, Apr 6, 2026 – Apr 12, 2026: 100"));
    assertThat(find(Button.class, view).all().stream().map(Button::getText))
        .contains("Disputes resolved", "All of them");
  }

  @Test
  void saysWhereAPercentileLiesAmongItsValues() {
    RecordsQuery query =
        new RecordsQuery(
            MetricQuery.of(Metric.FIRST_RESPONSE_TIME, week(), Interval.WEEK),
            Stat.P95,
            Map.of(),
            Part.COUNTED);
    RecordsView view = records(new PlausibleRecords(), RecordsLink.of(query, "product"));

    eventually(() -> text(view).contains("p95 lies between values 1,140 and 1,141 of 1,200"));
  }

  @Test
  void countsTheStepsOfAFunnelThoughTheMetricIsAShare() {
    RecordsQuery query =
        new RecordsQuery(
            MetricQuery.of(Metric.CHAT_TO_CONTRACT, week(), Interval.WEEK),
            Stat.STEP2,
            Map.of(),
            Part.COUNTED);
    RecordsView view = records(new PlausibleRecords(), RecordsLink.of(query, "product"));

    eventually(() -> text(view).matches("(?s).*Chat to contract Terms discussed: \\d+[^%\\d].*"));
  }

  @Test
  void saysThatPrometheusHasNoRecords() {
    RecordsQuery query =
        new RecordsQuery(
            MetricQuery.of(Metric.WS_RECONNECTS, week(), Interval.WEEK),
            Stat.VALUE,
            Map.of(),
            Part.COUNTED);
    RecordsView view = records(new PlausibleRecords(), RecordsLink.of(query, "delivery"));

    eventually(() -> text(view).contains("Prometheus measures without single messages"));
  }

  @Test
  void aStoreThatIsAwayIsSaidAndAskedAgain() {
    boolean[] away = {true};
    Records records =
        new Records() {
          @Override
          public long count(RecordsQuery query) {
            if (away[0]) {
              throw new TransientDataAccessResourceException("the store is away");
            }
            return 0;
          }

          @Override
          public List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset) {
            return List.of();
          }

          @Override
          public List<RecordRow> after(
              RecordsQuery query, RecordSort sort, RecordRow last, int limit) {
            return List.of();
          }
        };
    RecordsView view = records(records, link(Part.COUNTED));
    eventually(() -> text(view).contains("cannot be had"));
    away[0] = false;
    test(button(view, "Try again")).click();
    eventually(() -> text(view).contains("There are none."));
  }

  @Test
  void figuresInWordsAndTablesLeadToTheirRecords() {
    ProductView view = new ProductView(desk());
    UI.getCurrent().add(view);
    view.show(Filter.DEFAULT);
    eventually(
        () ->
            find(FunnelSteps.class, view).exists()
                && hrefs(view).stream().anyMatch(href -> href.contains("metric=dispute-nps")));
    assertThat(hrefs(view))
        .anyMatch(href -> href.contains("metric=chat-to-contract") && href.contains("part=missed"))
        .anyMatch(href -> href.contains("key.initiator_role=freelancer"))
        .anyMatch(href -> href.contains("metric=first-response-time") && href.contains("stat=p95"))
        .allMatch(
            href ->
                href.startsWith("records?")
                    || href.startsWith("catalog#")
                    // The reader, who has every role, is led to the adjusted score.
                    || (href.startsWith("disputes?") && href.endsWith("card=nps-adjusted")));
  }

  @Test
  void tellsALongStoryPageByPage() {
    TimelineView view = timeline();
    view.show(Subject.CONTRACT, OneContract.CONTRACT);
    eventually(() -> find(TimelineList.class, view).exists());
    TimelineList list = find(TimelineList.class, view).single();
    assertThat(list.shown()).isEqualTo(TimelineView.PAGE);
    assertThat(text(list)).contains("contract_started", "after 1 min");

    test(button(view, "Show more")).click();

    assertThat(list.shown()).isEqualTo(OneContract.EVENTS);
    assertThat(find(Button.class, view).all()).isEmpty();
  }

  @Test
  void leadsFromAThingToItsNeighboursAndFigures() {
    TimelineView view = timeline();
    view.show(Subject.CONTRACT, OneContract.CONTRACT);
    eventually(() -> text(view).contains("Threads: 25"));
    assertThat(text(view)).contains("and 24 more", "Contracts with a dispute opened, Apr 1, 2026");
    assertThat(hrefs(view))
        .contains("threads?id=t%2F1")
        .anyMatch(href -> href.matches("records\\?.*metric=dispute-rate.*"));
  }

  @Test
  void saysThatNothingHasTheId() {
    TimelineView view = timeline();
    view.show(Subject.DISPUTE, "nobody");
    eventually(() -> text(view).contains("No event names this id."));
    assertThat(hrefs(view)).contains("explore");
  }

  @Test
  void findsEverythingThatHasTheId() {
    ExploreView view = explore();
    view.show("c-1", Optional.empty());
    eventually(() -> text(view).contains("Contract c-1"));
    assertThat(hrefs(view)).contains("contracts/c-1", "threads?id=t%2F1");
    view.show("c-2", Optional.empty());
    eventually(() -> text(view).contains("Nothing has the id c-2."));
  }

  @Test
  void showsEventsAsTheyArriveUntilItIsPaused() {
    ExploreView view = explore();
    view.show("", Optional.empty());
    eventually(() -> text(view).contains("Nothing has arrived within a day."));
    arrive("contract_started");
    eventually(() -> arrived(view).equals(List.of("contract_started")));

    test(button(view, "Pause")).click();
    arrive("contract_closed");
    view.show("c-1", Optional.empty());
    eventually(() -> text(view).contains("Contract c-1"));
    assertThat(arrived(view)).containsExactly("contract_started");
    test(button(view, "Continue")).click();
    eventually(() -> arrived(view).equals(List.of("contract_closed", "contract_started")));
  }

  @Test
  void showsOnlyTheEventsOfTheChosenName() {
    arrive("contract_started");
    arrive("contract_closed");
    ExploreView view = explore();
    view.show("", Optional.of(EventName.CONTRACT_CLOSED));
    eventually(() -> arrived(view).equals(List.of("contract_closed")));
  }

  private List<String> arrived(ExploreView view) {
    return find(Code.class, view).all().stream().map(Code::getText).toList();
  }

  private void arrive(String event) {
    contract.arrived.addFirst(OneContract.event(event, contract.arrived.size(), Map.of()));
    arrivals.on(new EventsStored());
  }

  private RecordsView records(Records records, RecordsLink link) {
    RecordsView view = new RecordsView(desk(), records, metrics);
    UI.getCurrent().add(view);
    view.show(link);
    return view;
  }

  private TimelineView timeline() {
    TimelineView view =
        new TimelineView(
            desk(), contract, contract.neighbours(), contract.contributions(), clock::instant);
    UI.getCurrent().add(view);
    return view;
  }

  private ExploreView explore() {
    ExploreView view = new ExploreView(desk(), contract, contract, arrivals);
    UI.getCurrent().add(view);
    return view;
  }

  private static RecordsLink link(Part part) {
    return RecordsLink.of(
        new RecordsQuery(
            MetricQuery.of(Metric.DISPUTE_OUTCOMES, week(), Interval.WEEK),
            Stat.COUNT,
            Map.of(Dimension.RESOLUTION, "split"),
            part),
        "product?period=28d");
  }

  private static TimeRange week() {
    return new TimeRange(
        Instant.parse("2026-04-06T00:00:00Z"), Instant.parse("2026-04-13T00:00:00Z"));
  }

  private Desk desk() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    return new Desk(
        new Questions(metrics, new RememberedAnnotations(), tasks, new DashboardTime(clock, UTC)),
        tasks,
        new DashboardTime(clock, UTC),
        beans.getBeanProvider(DemoData.class),
        beans.getBeanProvider(ProjectKeys.class),
        new AuthenticationContext() {
          @Override
          public boolean hasRole(String role) {
            return true;
          }
        });
  }

  private Button button(Component view, String text) {
    return find(Button.class, view).all().stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** Where the figures lead; the files of the cards' menus have addresses of their own. */
  private List<String> hrefs(Component view) {
    return find(Anchor.class, view).all().stream()
        .map(Anchor::getHref)
        .filter(href -> !href.startsWith("VAADIN/"))
        .toList();
  }

  private String heading(Component view) {
    return find(H1.class, view).all().stream().map(H1::getText).findFirst().orElse("");
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }

  private static void eventually(BooleanSupplier condition) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              VaadinSession session = UI.getCurrent().getSession();
              session.getService().runPendingAccessTasks(session);
              roundTrip();
              return condition.getAsBoolean();
            });
  }
}
