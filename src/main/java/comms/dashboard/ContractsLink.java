package comms.dashboard;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.disputes.ContractsBehind.Group;
import comms.disputes.ContractsBehind.Measure;
import comms.disputes.ContractsBehind.Question;
import comms.metrics.TimeRange;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contracts behind one figure of {@link ContractsCard}, as an address.
 *
 * @param back the address of the desk that it came from
 */
record ContractsLink(Question question, Group group, Measure measure, String back) {

  static final String ROUTE = "contracts-behind";

  /** What can be chosen among the disputes when they are opened. */
  static final Set<Dimension> DIMENSIONS =
      Set.of(Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY);

  String href() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("group", List.of(group.wireName()));
    parameters.put("measure", List.of(measure.wireName()));
    parameters.put("from", List.of(question.range().from().toString()));
    parameters.put("to", List.of(question.range().to().toString()));
    question
        .values()
        .forEach(
            (dimension, values) ->
                parameters.put(
                    RecordsLink.FILTER + dimension.wireName(), values.stream().sorted().toList()));
    parameters.put("back", List.of(back));
    return new Location(ROUTE, new QueryParameters(parameters)).getPathWithQueryParameters();
  }

  /** The link of an address; empty where it names no figure. */
  static Optional<ContractsLink> of(QueryParameters parameters) {
    Optional<Group> group = parameters.getSingleParameter("group").flatMap(Group::named);
    Optional<Measure> measure = parameters.getSingleParameter("measure").flatMap(Measure::named);
    Optional<TimeRange> range = RangeAddress.of(parameters, "from", "to");
    if (group.isEmpty() || measure.isEmpty() || range.isEmpty()) {
      return Optional.empty();
    }
    Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
    for (Dimension dimension : DIMENSIONS) {
      List<String> given = parameters.getParameters(RecordsLink.FILTER + dimension.wireName());
      if (!given.isEmpty()) {
        values.put(
            dimension,
            given.stream().map(dimension::spelled).collect(Collectors.toUnmodifiableSet()));
      }
    }
    return Optional.of(
        new ContractsLink(
            new Question(range.get(), values),
            group.get(),
            measure.get(),
            parameters
                .getSingleParameter("back")
                .filter(RecordsLink::leadsWithin)
                .orElse("disputes")));
  }
}
