package comms.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what every address of the API has in common: how it refuses, and the parameters that
 * mean the same wherever they are.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DescribedOperations implements OperationCustomizer {

  private static final String CSV = "text/csv";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    parameters(operation).forEach(DescribedOperations::describe);
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    if (mapping != null && List.of(mapping.produces()).contains(CSV)) {
      operation
          .getResponses()
          .addApiResponse("200", new ApiResponse().description("Rows").content(csv()));
    }
    refuse(operation, "400", "BadRequest");
    refuse(operation, "401", "Unauthorized");
    refuse(operation, "403", "Forbidden");
    if (Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
      refuse(operation, "404", "NotFound");
    }
    refuse(operation, "503", "Unavailable");
    return operation;
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  private static Content csv() {
    return new Content().addMediaType(CSV, new MediaType().schema(ApiDocument.schema("string")));
  }

  private static void refuse(Operation operation, String status, String response) {
    if (!operation.getResponses().containsKey(status)) {
      operation
          .getResponses()
          .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + response));
    }
  }

  private static void describe(Parameter parameter) {
    Parameter common =
        switch (parameter.getName()) {
          case "from" -> ParameterDescriptions.time("from", "The start, which is included");
          case "to" -> ParameterDescriptions.time("to", "The end, which is not included");
          case "offset" -> ParameterDescriptions.offset();
          case "cursor" -> ParameterDescriptions.cursor();
          default -> parameter;
        };
    parameter.schema(common.getSchema());
    if (common.getExample() != null) {
      parameter.example(common.getExample());
    }
    if (parameter.getDescription() == null) {
      parameter.description(common.getDescription());
    }
    if (parameter.getExample() == null && parameter.getSchema() != null) {
      parameter.example(example(parameter.getSchema()));
    }
  }

  /** What stands without the parameter, or else its first word. */
  private static @Nullable Object example(Schema<?> schema) {
    if (schema.getItems() != null) {
      Object one = example(schema.getItems());
      return one == null ? null : List.of(one);
    }
    if (schema.getDefault() != null) {
      return schema.getDefault();
    }
    return schema.getEnum() == null || schema.getEnum().isEmpty()
        ? null
        : schema.getEnum().getFirst();
  }
}
