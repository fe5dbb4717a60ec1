package comms.dashboard;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import comms.metrics.MetricQuery;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records behind a figure as an address: everything that {@link RecordsView} shows.
 *
 * @param back the address of the view that it came from, with its filter
 */
record RecordsLink(RecordsQuery query, RecordSort sort, String back) {

  static final String ROUTE = "records";

  static final String KEY = "key.";
  static final String FILTER = "filter.";

  /** An address within the application: a view's path, perhaps with parameters. */
  private static final String WITHIN = "([a-z]+(/[\\w.~-]+)?)?(\\?[^#]*)?";

  RecordsLink {
    if (!leadsWithin(back)) {
      throw new IllegalArgumentException("that leads out of the application: " + back);
    }
  }

  /** The figure that the mark shows, of a card that asked this question. */
  static RecordsLink of(MetricQuery asked, Mark mark, String back) {
    return of(
        new RecordsQuery(asked.withRange(mark.range()), mark.stat(), mark.key(), mark.part()),
        back);
  }

  static RecordsLink of(RecordsQuery query, String back) {
    return new RecordsLink(query, query.kind().order(), back);
  }

  RecordsLink withPart(Part part) {
    return of(query.withPart(part), back);
  }

  RecordsLink withSort(RecordSort sort) {
    return new RecordsLink(query, sort, back);
  }

  String href() {
    return new Location(ROUTE, toQueryParameters()).getPathWithQueryParameters();
  }

  QueryParameters toQueryParameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("metric", List.of(query.metric().id()));
    parameters.putAll(question());
    parameters.put("sort", List.of(sortName()));
    parameters.put("back", List.of(back));
    return new QueryParameters(parameters);
  }

  /** The question as the HTTP API takes it too. */
  private Map<String, List<String>> question() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    MetricQuery figure = query.figure();
    parameters.put("stat", List.of(query.stat().wireName()));
    parameters.put("part", List.of(query.part().wireName()));
    parameters.put("from", List.of(figure.range().from().toString()));
    parameters.put("to", List.of(figure.range().to().toString()));
    query.key().forEach((by, value) -> parameters.put(KEY + by.wireName(), List.of(value)));
    figure
        .filters()
        .forEach((by, values) -> parameters.put(FILTER + by.wireName(), List.copyOf(values)));
    figure.windowDays().ifPresent(days -> parameters.put("window", List.of("" + days)));
    if (figure.everyReply()) {
      parameters.put("scope", List.of("all"));
    }
    if (figure.cohorts()) {
      parameters.put("cohort", List.of("resolved"));
    }
    return parameters;
  }

  private String sortName() {
    return (sort.ascending() ? "" : "-") + sort.column().wireName();
  }

  /** The link of an address; empty where it names no figure. */
  static Optional<RecordsLink> of(QueryParameters parameters) {
    return new RecordsAddress(parameters).read();
  }

  /** Whether that is an address of a view of ours. */
  static boolean leadsWithin(String address) {
    return address.matches(WITHIN);
  }
}
