package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Status;
import comms.demo.DemoData;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import comms.metrics.Waterfalls;
import comms.security.ProjectKeys;
import comms.tables.CsvSheet;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.dao.TransientDataAccessResourceException;

@ViewPackages(classes = OverviewView.class)
class DashboardViewTest extends BrowserlessTest {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Clock clock = Clock.fixed(Instant.parse("2026-04-08T10:30:00Z"), UTC);
  private final Metrics plausible = new PlausibleMetrics(clock, UTC);
  private final CardTasks tasks = new CardTasks();

  @BeforeEach
  void readEnglish() {
    UI.getCurrent().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void stopTasks() {
    tasks.stop();
  }

  @Test
  void showsTenTilesThatLeadToTheirCards() {
    OverviewView view = open(new OverviewView(desk(plausible, "ADMIN")), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 10);
    assertThat(find(Anchor.class, view).all().stream().map(Anchor::getHref))
        .hasSize(10)
        .anyMatch(
            href -> href.startsWith("product?period=28d") && href.endsWith("card=contact-share"))
        .anyMatch(href -> href.startsWith("delivery?") && href.endsWith("card=ws-latency"));
  }

  @Test
  void doesNotOfferWhatAReaderMayNotSee() {
    OverviewView view = open(new OverviewView(desk(plausible, "PRODUCT")), Filter.DEFAULT);
    assertThat(find(Anchor.class, view).all().stream().map(Anchor::getHref))
        .hasSize(6)
        .noneMatch(href -> href.startsWith("delivery"));
  }

  @Test
  void putsTheWorstFirstOnRequest() {
    OverviewView view = open(new OverviewView(desk(plausible, "ADMIN")), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 10);
    show(view, Filter.DEFAULT.withWorstFirst(true));
    assertThat(button(view, "Worst first").getElement().getAttribute("aria-pressed"))
        .isEqualTo("true");
    assertThat(filled(view.cards())).as("tiles that need not ask again").isEqualTo(10);
    List<MetricTile> shown =
        view.cards().stream()
            .sorted(Comparator.comparingInt(t -> Integer.parseInt(t.getStyle().get("order"))))
            .toList();
    assertThat(shown).isSortedAccordingTo(Comparator.comparing(MetricTile::status).reversed());
  }

  @Test
  void aFailingCardCostsOnlyItselfAndCanBeRetried() {
    Set<Metric> failing = ConcurrentHashMap.newKeySet();
    failing.add(Metric.DISPUTE_RATE);
    Metrics metrics =
        query -> {
          if (failing.contains(query.metric())) {
            throw new TransientDataAccessResourceException("the store is away");
          }
          return plausible.query(query);
        };
    ProductView view = open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 5 && text(view).contains("cannot be had"));
    failing.clear();
    test(button(view, "Try again")).click();
    eventually(() -> filled(view.cards()) == 6);
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    Metrics metrics =
        query -> {
          throw new InvalidMetricQuery("too many buckets");
        };
    ProductView view = open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT);
    eventually(() -> text(view).contains("This cannot be shown: too many buckets"));
  }

  @Test
  void ignoresAnAnswerThatArrivesAfterTheFilterHasChanged() {
    CountDownLatch held = new CountDownLatch(1);
    Filter changed = Filter.DEFAULT.withPeriod(Period.DAYS_7);
    Instant second = changed.days(LocalDate.now(clock)).in(UTC).from();
    Metrics metrics =
        query -> {
          if (query.range().from().equals(second)) {
            pass(held);
          }
          return plausible.query(query);
        };
    ProductView view = open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT);
    // The first answers and the banner's stand at the door, too late to be cancelled.
    Queue<?> door = UI.getCurrent().getSession().getPendingAccessQueue();
    await().atMost(Duration.ofSeconds(20)).until(() -> door.size() == view.cards().size() + 1);
    show(view, changed);
    arrive();
    assertThat(door).as("the banner's answer at most").hasSizeLessThanOrEqualTo(1);
    assertThat(filled(view.cards())).isZero();
    held.countDown();
    eventually(() -> filled(view.cards()) == 6);
    assertThat(find(Chart.class, view).all())
        .allSatisfy(chart -> assertThat(chart.configuration()).doesNotContain("Mar 20"));
  }

  @Test
  void asksEveryMetricForTheFiltersThatItHas() {
    Map<Metric, Map<Dimension, Set<String>>> asked = new ConcurrentHashMap<>();
    Metrics metrics =
        query -> {
          asked.put(query.metric(), query.filters());
          return plausible.query(query);
        };
    Map<Dimension, Set<String>> client = Map.of(Dimension.INITIATOR_ROLE, Set.of("client"));
    ProductView view =
        open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT.withValues(client));
    eventually(() -> filled(view.cards()) == 6);
    assertThat(asked)
        .containsEntry(Metric.DISPUTE_NPS, client)
        .containsEntry(Metric.CONTACT_SHARE, Map.of());
    assertThat(text(card(view, Metric.CONTACT_SHARE))).contains("Not filtered by: Initiator");
    assertThat(text(card(view, Metric.DISPUTE_NPS))).doesNotContain("Not filtered by");
  }

  @Test
  void everyFigureLeadsToRecordsWithTheSameFilters() {
    DeliveryView view =
        open(
            delivery(desk(plausible, "ADMIN"), new PlausibleWaterfalls()),
            Filter.DEFAULT.withValues(
                Map.of(Dimension.CHANNEL, Set.of("email"), Dimension.INSTANCE, Set.of("node-1"))));
    eventually(() -> filled(view.cards()) == 4);
    assertThat(recordLinks(card(view, Metric.DELIVERY_FAILURES)))
        .isNotEmpty()
        .allMatch(href -> href.contains("filter.channel=email"));
    assertThat(
            find(Anchor.class, card(view, Metric.DELIVERY_FAILURES)).all().stream()
                .filter(link -> link.getHref().startsWith("records?")))
        .as("links that say their figure")
        .noneMatch(link -> link.getText().isBlank());
    // Events know no instance, so the figures that come from them are not filtered by it.
    assertThat(recordLinks(card(view, Metric.WS_LATENCY)))
        .anyMatch(href -> href.contains("key.delivery_channel=ws"))
        .noneMatch(href -> href.contains("key.delivery_channel") && href.contains("instance"));
  }

  @Test
  void saysThatAFilterMatchesNothing() {
    Metrics metrics =
        query -> {
          MetricResult result = plausible.query(query);
          return query.filters().isEmpty() ? result : withoutFigures(result);
        };
    ProductView view =
        open(
            new ProductView(desk(metrics, "ADMIN")),
            Filter.DEFAULT.withValues(Map.of(Dimension.RESOLUTION, Set.of("unheard-of"))));
    eventually(() -> text(card(view, Metric.DISPUTE_NPS)).contains("matches the filters"));
    assertThat(button(card(view, Metric.DISPUTE_NPS), "Clear the filters")).isNotNull();
    eventually(() -> filled(view.cards()) == 4);
  }

  @Test
  void saysWhichValuesOfAFilterNothingHas() {
    DeliveryView view =
        open(
            delivery(desk(plausible, "ADMIN"), new PlausibleWaterfalls()),
            Filter.DEFAULT.withValues(
                Map.of(
                    Dimension.CHANNEL,
                    Set.of("email", "e-post"),
                    Dimension.ERROR_CODE,
                    Set.of("timeout"))));
    eventually(() -> find(UnmatchedNote.class, view).exists());
    assertThat(text(find(UnmatchedNote.class, view).single()).strip())
        .isEqualTo("Nothing in this period has this value of Channel: e-post");
    show(view, Filter.DEFAULT);
    eventually(() -> !find(UnmatchedNote.class, view).exists());
  }

  @Test
  void offersTheValuesThatTheStoreKnows() {
    ProductView view = open(new ProductView(desk(plausible, "ADMIN")), Filter.DEFAULT);
    DimensionBox box =
        view.filterBar().boxes().stream()
            .filter(b -> b.dimension() == Dimension.RESOLUTION)
            .findFirst()
            .orElseThrow();
    view.filterBar().lookUp(box);
    eventually(
        () -> box.known().equals(Set.of("cancelled", "split", "win_client", "win_freelancer")));
    assertThat(view.filterBar().boxes().stream().filter(DimensionBox::isVisible))
        .extracting(DimensionBox::dimension)
        .containsExactly(Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY, Dimension.RESOLUTION);
  }

  @Test
  void keepsTheLastGoodValuesWithTheirAgeWhileTheStoreIsAway() {
    AtomicBoolean away = new AtomicBoolean();
    Metrics metrics =
        query -> {
          if (away.get()) {
            throw new TransientDataAccessResourceException("the store is away");
          }
          return plausible.query(query);
        };
    Waterfalls waterfalls =
        question -> {
          if (away.get()) {
            throw new TransientDataAccessResourceException("the store is away");
          }
          return new PlausibleWaterfalls().of(question);
        };
    Desk desk = desk(metrics, "ADMIN");
    DeliveryView view = open(delivery(desk, waterfalls), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 4);
    away.set(true);
    view.refresh();
    eventually(() -> find(KeptNote.class, view).all().size() == 6);
    assertThat(filled(view.cards())).isEqualTo(4);
    assertThat(text(view)).contains("The store does not answer. These figures are from");
    assertThat(UI.getCurrent().getPollInterval()).isPositive();

    DeliveryView another = open(delivery(desk, waterfalls), Filter.DEFAULT);
    eventually(() -> filled(another.cards()) == 4);

    away.set(false);
    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    eventually(() -> find(KeptNote.class, view).all().isEmpty());
    assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
  }

  @Test
  void refreshesItselfAsOftenAsTheReaderWants() {
    ProductView view =
        open(
            new ProductView(desk(plausible, "ADMIN")),
            Filter.DEFAULT.withRefresh(Refresh.HALF_MINUTE));
    eventually(() -> filled(view.cards()) == 6);
    assertThat(UI.getCurrent().getPollInterval()).isEqualTo(30_000);
    view.refresh();
    assertThat(filled(view.cards())).as("cards that show figures meanwhile").isEqualTo(6);
    show(view, Filter.DEFAULT);
    assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
  }

  @Test
  void exportsWhatACardShowsUnderTheFilterInItsHead() throws Exception {
    Desk desk = desk(plausible, "ADMIN");
    ProductView view =
        open(
            new ProductView(desk),
            Filter.DEFAULT.withValues(Map.of(Dimension.INITIATOR_ROLE, Set.of("client", "=1+1"))));
    eventually(() -> filled(view.cards()) == 6);
    CardFile file = card(view, Metric.DISPUTE_OUTCOMES).file().orElseThrow();
    assertThat(written(file))
        .startsWith("Dispute outcomes\r\nPeriod,\"Mar 12, 2026 – Apr 8, 2026\"\r\n")
        .contains("\r\nInitiator,\"'=1+1, Client\"\r\n")
        .contains("This period,Client won,Disputes,2026-03-12T00:00Z,")
        .contains("Previous period,,Disputes,2026-02-12T00:00Z,");
    assertThat(file.name()).isEqualTo("dispute-outcomes-2026-03-12-2026-04-08");
  }

  @Test
  void aDragOverAChartIsAPeriodOfDays() {
    ProductView view = open(new ProductView(desk(plausible, "ADMIN")), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 6);
    List<TimeRange> zoomed = new ArrayList<>();
    ChartWithTable rate = find(ChartWithTable.class, card(view, Metric.DISPUTE_RATE)).single();
    rate.zoom(zoomed::add);
    ComponentUtil.fireEvent(rate.chart(), new Chart.ZoomEvent(rate.chart(), true, 2, 4));
    assertThat(zoomed.stream().map(range -> Days.of(range, UTC)))
        .contains(new Days(LocalDate.of(2026, 3, 14), LocalDate.of(2026, 3, 16)));
  }

  private String written(CardFile file) throws Exception {
    StringWriter written = new StringWriter();
    try (CsvSheet sheet = new CsvSheet(written)) {
      file.content(clock.instant()).rows().writeTo(sheet);
    }
    return written.toString();
  }

  private static MetricResult withoutFigures(MetricResult result) {
    return new MetricResult(
        result.metric(),
        result.zone(),
        result.interval(),
        result.range(),
        result.freshUntil(),
        result.targetHistory(),
        Status.NO_DATA,
        List.of());
  }

  private static DeliveryView delivery(Desk desk, Waterfalls waterfalls) {
    return new DeliveryView(
        desk, waterfalls, (channels, from, to) -> Optional.empty(), new NoSentry());
  }

  private static MetricCard card(DashboardView view, Metric metric) {
    return view.cards().stream()
        .filter(MetricCard.class::isInstance)
        .map(MetricCard.class::cast)
        .filter(card -> card.metric() == metric)
        .findFirst()
        .orElseThrow();
  }

  private List<String> recordLinks(MetricCard card) {
    return find(Anchor.class, card).all().stream()
        .map(Anchor::getHref)
        .filter(href -> href.startsWith("records?"))
        .toList();
  }

  private Button button(Component view, String text) {
    return find(Button.class, view).all().stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void explainsAnEmptyStore() {
    Metrics metrics = query -> emptied(plausible.query(query));
    ProductView view = open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT);
    eventually(() -> find(EmptyStore.class, view).all().stream().anyMatch(EmptyStore::isVisible));
    assertThat(text(view)).contains("Nothing has arrived yet", "Load the demo data");
    assertThat(view.cardsArea().isVisible()).isFalse();
  }

  @Test
  void fillsByItselfWhenTheFirstEventComes() {
    AtomicBoolean empty = new AtomicBoolean(true);
    Metrics metrics =
        query -> {
          MetricResult result = plausible.query(query);
          return empty.get() ? emptied(result) : result;
        };
    ProductView view = open(new ProductView(desk(metrics, "ADMIN")), Filter.DEFAULT);
    eventually(() -> UI.getCurrent().getPollInterval() > 0);
    empty.set(false);
    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    eventually(() -> filled(view.cards()) == 6);
    assertThat(view.cardsArea().isVisible()).isTrue();
    assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
  }

  @Test
  void sendsChartsThatCarryFiguresTargetsAndWords() {
    ProductView view = open(new ProductView(desk(plausible, "ADMIN")), Filter.DEFAULT);
    eventually(() -> filled(view.cards()) == 6);
    Chart chart =
        find(Chart.class, view).all().stream()
            .filter(c -> c.description().startsWith("First response time"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.configuration())
        .contains("\"unit\":\"seconds\"", "Target p95 ≤ 10 min", "\"partialFrom\":27");
    assertThat(chart.description()).contains("p50", "target ≤ 2 min", "Status: ");
  }

  private Desk desk(Metrics metrics, String role) {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerSingleton("demoData", new RememberedDemoData());
    beans.registerSingleton("projectKeys", new ProjectKeys(List.of("phc_newcomer")));
    AuthenticationContext reader =
        new AuthenticationContext() {
          @Override
          public boolean hasRole(String asked) {
            return asked.equals(role);
          }

          @Override
          public boolean hasAnyRole(String... asked) {
            return Arrays.asList(asked).contains(role);
          }
        };
    return new Desk(
        new Questions(metrics, new RememberedAnnotations(), tasks, new DashboardTime(clock, UTC)),
        tasks,
        new DashboardTime(clock, UTC),
        beans.getBeanProvider(DemoData.class),
        beans.getBeanProvider(ProjectKeys.class),
        reader);
  }

  private <V extends DashboardView> V open(V view, Filter filter) {
    UI.getCurrent().add(view);
    show(view, filter);
    return view;
  }

  private static void show(DashboardView view, Filter filter) {
    view.show(filter);
  }

  private static MetricResult emptied(MetricResult result) {
    return new MetricResult(
        result.metric(),
        result.zone(),
        result.interval(),
        result.range(),
        Instant.EPOCH,
        result.targetHistory(),
        Status.NO_DATA,
        List.of());
  }

  private static long filled(List<? extends LoadingCard<?>> cards) {
    Function<LoadingCard<?>, Boolean> hasFigure = card -> text(card).contains("Sample: ");
    return cards.stream().filter(hasFigure::apply).count();
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
              arrive();
              return condition.getAsBoolean();
            });
  }

  /** Lets in what other threads have left at the session's door, as the end of a request does. */
  private static void arrive() {
    VaadinSession session = UI.getCurrent().getSession();
    session.getService().runPendingAccessTasks(session);
    roundTrip();
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test is over", e);
    }
  }
}
