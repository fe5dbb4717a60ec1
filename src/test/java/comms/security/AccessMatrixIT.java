package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import comms.catalog.Metric;
import comms.clickhouse.WithStore;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the API and every view, asked by everybody over real connections, held against
 * {@link Permission}. It finds the routes itself: one that it knows no rule for fails it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore
@WithReaders
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

  private static final String RANGE = "from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z";

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping handlers;

  @Autowired private ServletContext servletContext;

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private Readers web = new Readers(0);

  /**
   * Somebody who asks.
   *
   * @param may what the table gives them
   * @param known whether a refusal is a 403, and not a request to say who one is
   */
  private record Reader(String[] headers, Predicate<Permission> may, boolean known) {}

  /** An address and what the table asks for it. */
  private record Route(String method, String path, Permission permission) {}

  @BeforeAll
  void comeIn() throws Exception {
    web = new Readers(port);
    readers.put("nobody", new Reader(new String[0], _ -> false, false));
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      String cookies =
          web.session(name, role == Role.ADMIN ? WithStore.ADMIN_PASSWORD : Readers.PASSWORD);
      readers.put(
          name,
          new Reader(
              new String[] {"Cookie", cookies},
              permission -> permission.roles().contains(role),
              true));
    }
    token("a reading token", WithStore.API_TOKEN, EnumSet.of(Scope.READ));
    token("a replaying token", WithStore.REPLAY_TOKEN, EnumSet.of(Scope.REPLAY));
    token("a scraping token", WithStore.SCRAPE_TOKEN, EnumSet.of(Scope.SCRAPE));
    readers.put("the project key", new Reader(bearer(WithStore.INGEST_KEY), _ -> false, false));
  }

  private void token(String name, String token, Set<Scope> scopes) {
    readers.put(
        name,
        new Reader(
            bearer(token),
            permission -> permission.scopes().stream().anyMatch(scopes::contains),
            true));
  }

  private Reader reader(String name) {
    return Objects.requireNonNull(readers.get(name));
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  /** The routes of the API, each with every metric or kind of timeline that it can name. */
  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    handlers
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              for (String pattern : mapping.getPatternValues()) {
                if (pattern.startsWith("/api/") && !pattern.startsWith("/api/v1/import")) {
                  Requires required = handler.getMethodAnnotation(Requires.class);
                  if (required == null) {
                    throw new AssertionError(pattern + " does not say what it requires");
                  }
                  for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    routes.addAll(routes(method.name(), pattern, required.value()));
                  }
                }
              }
            });
    routes.add(new Route("GET", "/v3/api-docs", Permission.API_DESCRIPTION));
    routes.add(new Route("GET", "/actuator/prometheus", Permission.METERS));
    return routes;
  }

  private static List<Route> routes(String method, String pattern, Permission[] required) {
    if (pattern.startsWith("/api/v1/metrics/{id}")) {
      boolean records = pattern.contains("records");
      return Arrays.stream(Metric.values())
          .map(
              metric ->
                  new Route(
                      method,
                      pattern.replace("{id}", metric.id()) + "?" + RANGE,
                      records
                          ? Permission.records(metric.area())
                          : Permission.figures(metric.area())))
          .toList();
    }
    if (pattern.contains("{kind")) {
      return Stream.of("contract", "thread", "dispute", "notification")
          .map(
              kind ->
                  new Route(
                      method,
                      pattern.replaceFirst("\\{kind[^}]*}", kind + "s").replace("{id}", "none")
                          + "?id=none",
                      Permission.valueOf(kind.toUpperCase(Locale.ROOT) + "_TIMELINES")))
          .toList();
    }
    assertThat(required).as("what %s requires, which names nothing", pattern).hasSize(1);
    return List.of(
        new Route(method, pattern.replace("{id}", "none") + "?id=none&" + RANGE, required[0]));
  }

  @Test
  void everyRouteOfTheApiAsksTheTable() throws Exception {
    SoftAssertions all = new SoftAssertions();
    List<Route> routes = routes();
    assertThat(routes).hasSizeGreaterThan(50);
    for (Route route : routes) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        HttpResponse<String> answer =
            web.ask(route.method(), route.path(), reader.getValue().headers());
        String what = reader.getKey() + ": " + route.method() + " " + route.path();
        boolean page =
            reader.getValue().headers().length > 0
                && reader.getValue().headers()[0].equals("Cookie");
        boolean writes = page && !route.method().equals("GET");
        if (reader.getValue().may().test(route.permission()) && !writes) {
          all.assertThat(answer.statusCode()).as(what).isNotIn(401, 403).isLessThan(500);
        } else {
          all.assertThat(answer.statusCode())
              .as(what)
              .isEqualTo(reader.getValue().known() ? 403 : 401);
          all.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .as(what)
              .startsWith("application/problem+json");
          all.assertThat(answer.body()).as(what).doesNotContain("none");
        }
        all.assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
            .as(what)
            .contains("no-store");
      }
    }
    all.assertAll();
  }

  /** Of what only differs in the metric or in the kind of timeline, one. */
  private Collection<Route> oneOfEachKind() {
    Map<String, Route> kinds = new TreeMap<>();
    for (Route route : routes()) {
      String[] parts = route.path().split("\\?", 2)[0].split("/");
      kinds.putIfAbsent(
          route.method() + route.permission() + parts.length + route.path().contains(".csv"),
          route);
    }
    return kinds.values();
  }

  /** Nothing that is closed comes out by another spelling, method or header. */
  @Test
  void noSpellingOfAnAddressLeadsPastTheTable() throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (Route route : oneOfEachKind()) {
      for (String name : List.of("nobody", "product", "engineer", "a scraping token")) {
        Reader reader = reader(name);
        if (!route.method().equals("GET") || reader.may().test(route.permission())) {
          continue;
        }
        for (String path : PathTricks.of(route.path())) {
          closed(all, name, web.ask("GET", path, reader.headers()), path);
        }
        for (String method :
            List.of("HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")) {
          String path = route.path() + "&_method=GET";
          closed(all, name, web.ask(method, path, reader.headers()), method + " " + path);
        }
        String[] around = {
          "X-Original-URL", route.path(), "X-Rewrite-URL", route.path(),
          "X-HTTP-Method-Override", "GET", "X-Forwarded-Prefix", "/api/v1",
          "X-Forwarded-For", "127.0.0.1", "X-Forwarded-Uri", route.path()
        };
        String[] headers =
            Stream.concat(Arrays.stream(reader.headers()), Arrays.stream(around))
                .toArray(String[]::new);
        closed(all, name, web.ask("GET", "/", headers), "/ for " + route.path());
        closed(all, name, web.ask("GET", route.path(), headers), "headers for " + route.path());
      }
    }
    all.assertAll();
  }

  /** Shells of pages and redirects say nothing; anything else would be the datum. */
  private static void closed(
      SoftAssertions all, String name, HttpResponse<String> answer, String path) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean shell = type.startsWith("text/html") || answer.body().isEmpty();
    all.assertThat(answer.statusCode() >= 300 || shell)
        .as("%s: %s was answered with %d %s", name, path, answer.statusCode(), type)
        .isTrue();
    all.assertThat(answer.statusCode()).as("%s: %s", name, path).isLessThan(500).isNotIn(501);
  }

  /** The views with their addresses; of the records one for every metric. */
  private Map<String, Permission> views() {
    Map<String, Permission> known = new TreeMap<>();
    known.put("", Permission.OVERVIEW);
    known.put("product", Permission.CONVERSATION_FIGURES);
    known.put("disputes", Permission.DISPUTE_DESK);
    known.put("contracts-behind", Permission.DISPUTE_DESK);
    known.put("delivery", Permission.DELIVERY_FIGURES);
    known.put("explore", Permission.LOOK_UP);
    known.put("pipeline", Permission.PIPELINE);
    known.put("catalog", Permission.CATALOG);
    known.put("settings", Permission.SETTINGS);
    Map<String, Permission> views = new TreeMap<>();
    for (RouteBaseData<?> data :
        RouteConfiguration.forRegistry(
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext)))
            .getAvailableRoutes()
            .stream()
            .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
            .toList()) {
      String template = data.getTemplate();
      String first = template.split("/", 2)[0];
      if (template.equals("records")) {
        for (Metric metric : Metric.values()) {
          views.put(
              "records?stat=value&" + RANGE + "&metric=" + metric.id(),
              Permission.records(metric.area()));
        }
      } else if (template.contains("/")
          && first.matches("(contract|thread|dispute|notification)s")) {
        views.put(
            template.replaceFirst(":id\\??", "none"),
            Permission.valueOf(
                first.substring(0, first.length() - 1).toUpperCase(Locale.ROOT) + "_TIMELINES"));
      } else if (!template.equals("login")) {
        assertThat(known).as("what the view %s needs", template).containsKey(template);
        views.put(template, known.get(template));
      }
    }
    return views;
  }

  @Test
  void everyViewAsksTheTableAndLeadsToNothingThatIsClosed() throws Exception {
    SoftAssertions all = new SoftAssertions();
    Map<String, Permission> views = views();
    assertThat(views).hasSizeGreaterThan(20);
    for (Map.Entry<String, Permission> view : views.entrySet()) {
      String[] address = view.getKey().split("\\?", 2);
      String query = address.length > 1 ? address[1] : "";
      for (Role role : Role.values()) {
        String name = role.name().toLowerCase(Locale.ROOT);
        Reader reader = reader(name);
        String ui = web.view(reader.headers()[1], address[0], query);
        String what = name + " on /" + view.getKey();
        all.assertThat(ui).as(what).contains("vaadin-app-layout");
        boolean refused = ui.contains("Your role does not open this");
        all.assertThat(refused).as(what).isEqualTo(!reader.may().test(view.getValue()));
        views.forEach(
            (other, permission) -> {
              if (!reader.may().test(permission)) {
                all.assertThat(ui).as(what).doesNotContainPattern(link(other));
              }
            });
      }
    }
    all.assertAll();
  }

  /** A link to that view; to records of the same metric, whatever else it says. */
  private static Pattern link(String view) {
    return view.startsWith("records?")
        ? Pattern.compile("\"records\\?[^\"]*" + view.substring(view.indexOf("metric=")) + "[&\"]")
        : Pattern.compile("\"" + Pattern.quote(view) + "[\"?]");
  }
}
