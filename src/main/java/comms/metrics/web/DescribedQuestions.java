package comms.metrics.web;

import comms.api.ParameterDescriptions;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Bounds;
import comms.metrics.Interval;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.Waterfall;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the parameters of questions to the metrics, which are read all together, one by one.
 * The names are those that are read; one that is not described here is there all the same.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DescribedQuestions implements OperationCustomizer {

  private static final String ALL_TOGETHER = "parameters";
  private static final Set<String> NOT_OF_RECORDS = Set.of("interval", "by", "top");

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Asked asked = handler.getMethodAnnotation(Asked.class);
    if (asked == null) {
      return operation;
    }
    List<Parameter> parameters = new ArrayList<>();
    if (operation.getParameters() != null) {
      parameters.addAll(operation.getParameters());
    }
    parameters.removeIf(parameter -> parameter.getName().equals(ALL_TOGETHER));
    parameters.forEach(DescribedQuestions::identify);
    parameters.addAll(
        switch (asked.value()) {
          case FIGURE -> figure(MetricParameters.KNOWN, List.of(Dimension.values()));
          case RECORDS -> records(RecordsController.MOST, RecordsController.PAGE);
          case RECORDS_AS_CSV ->
              records(RecordsController.MOST_AS_CSV, RecordsController.MOST_AS_CSV);
          case WATERFALL -> figure(Set.of("from", "to", "top"), Waterfall.FILTERS);
          case BUDGET -> figure(Set.of(), Waterfall.FILTERS);
        });
    operation.setParameters(parameters);
    return operation;
  }

  /** The metric in the path. */
  private static void identify(Parameter parameter) {
    if (parameter.getName().equals("id")) {
      Schema<?> schema =
          ParameterDescriptions.word("id", "", ids(Metric.values(), Metric::id), null).getSchema();
      parameter.description("The id of a metric").schema(schema);
    }
  }

  private static List<Parameter> figure(
      Collection<String> names, Collection<Dimension> dimensions) {
    List<Parameter> all = new ArrayList<>(new TreeSet<>(names).stream().map(n -> of(n)).toList());
    for (Dimension dimension : dimensions) {
      all.add(
          ParameterDescriptions.words(
                  MetricParameters.FILTER + dimension.wireName(),
                  "Values of " + dimension.wireName() + " that count, for metrics that have it",
                  dimension.allowed())
              .example(List.of(example(dimension))));
    }
    return all;
  }

  private static List<Parameter> records(int most, int otherwise) {
    Set<String> names = new TreeSet<>(MetricParameters.KNOWN);
    names.addAll(RecordParameters.OWN);
    names.removeAll(NOT_OF_RECORDS);
    names.remove("limit");
    List<Parameter> all = figure(names, List.of(Dimension.values()));
    all.add(ParameterDescriptions.number("limit", "How many at most", 1, most, otherwise));
    for (Dimension dimension : Dimension.values()) {
      all.add(
          ParameterDescriptions.word(
                  RecordParameters.KEY + dimension.wireName(),
                  "The series whose records are asked for, of a breakdown by "
                      + dimension.wireName(),
                  dimension.allowed(),
                  null)
              .example(example(dimension)));
    }
    return all;
  }

  private static String example(Dimension dimension) {
    return switch (dimension) {
      case CHANNEL -> "email";
      case DROP_REASON -> "unsubscribed";
      case ERROR_CODE -> "hard_bounce";
      case INSTANCE -> "gateway-1";
      case REASON_CATEGORY -> "quality";
      case TEMPLATE -> "welcome";
      default -> dimension.allowed().stream().findFirst().orElse("client");
    };
  }

  private static Parameter of(String name) {
    return switch (name) {
      case "from" ->
          ParameterDescriptions.time(name, "The start, which is included").required(true);
      case "to" ->
          ParameterDescriptions.time(name, "The end, which is not included").required(true);
      case "interval" ->
          ParameterDescriptions.word(
              name,
              "The length of the buckets",
              ids(Interval.values(), Interval::wireName),
              Interval.DAY.wireName());
      case "by" ->
          ParameterDescriptions.words(
              name, "The breakdown", ids(Dimension.values(), Dimension::wireName));
      case "window" ->
          ParameterDescriptions.number(
              name, "Days that a chat has for its contract (chat-to-contract)", 1, 99_999, null);
      case "scope" ->
          ParameterDescriptions.word(
              name,
              "Whether replies without a contract count (first-response-time)",
              List.of("contract", "all"),
              "contract");
      case "cohort" ->
          ParameterDescriptions.word(
              name,
              "When a response counts: when it was given, or when its dispute was resolved"
                  + " (dispute-nps)",
              List.of("answered", "resolved"),
              "answered");
      case "top" ->
          ParameterDescriptions.number(
              name,
              "How many values of each dimension of the breakdown have series of their own, those"
                  + " with the greatest numerators; the others share one, whose `others` names the"
                  + " dimension",
              1,
              Bounds.TOP,
              null);
      case "stat" ->
          ParameterDescriptions.word(
              name,
              "The figure; without it value, p95 of percentiles, count of outcomes",
              ids(Stat.values(), Stat::wireName),
              null);
      case "part" ->
          ParameterDescriptions.word(
              name,
              "The numerator (counted), the denominator (all), those between (missed), or a part"
                  + " of the delivery waterfall",
              ids(Part.values(), Part::wireName),
              Part.COUNTED.wireName());
      case "sort" ->
          ParameterDescriptions.text(
              name, "A column of the records, with a minus for the greatest first", "-at");
      case "cursor" -> ParameterDescriptions.cursor();
      case "offset" -> ParameterDescriptions.offset();
      default -> ParameterDescriptions.text(name, name, "");
    };
  }

  private static <T> List<String> ids(T[] all, Function<T, String> id) {
    return Stream.of(all).map(id).toList();
  }
}
