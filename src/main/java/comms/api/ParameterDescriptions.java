package comms.api;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descriptions of query parameters, for those that no argument of a method stands for. */
public final class ParameterDescriptions {

  private ParameterDescriptions() {}

  /** A date in the dashboard's zone, or an instant. */
  public static Parameter time(String name, String description) {
    Schema<?> either =
        new JsonSchema()
            .anyOf(
                List.of(
                    ApiDocument.schema("string").format("date"),
                    ApiDocument.schema("string").format("date-time")));
    String example = name.equals("from") ? "2026-01-05" : "2026-02-02";
    return parameter(name, description + ": a date or an ISO instant", either, example);
  }

  /** One of some words; any text where there are none. */
  public static Parameter word(
      String name, String description, Collection<String> words, @Nullable String otherwise) {
    return parameter(name, description, words(words, otherwise), otherwise);
  }

  /** One of some words, or several. */
  public static Parameter words(String name, String description, Collection<String> words) {
    Schema<?> array = ApiDocument.schema("array").items(words(words, null));
    return parameter(name, description, array, null).style(Parameter.StyleEnum.FORM).explode(true);
  }

  private static Schema<?> words(Collection<String> words, @Nullable String otherwise) {
    Schema<Object> schema = new JsonSchema();
    schema.addType("string");
    words.forEach(schema::addEnumItemObject);
    if (otherwise != null) {
      schema.setDefault(otherwise);
    }
    return schema;
  }

  /** Any text. */
  public static Parameter text(String name, String description, String example) {
    return parameter(name, description, ApiDocument.schema("string"), example);
  }

  /** A whole number. */
  public static Parameter number(
      String name, String description, long least, long most, @Nullable Integer otherwise) {
    Schema<?> schema =
        ApiDocument.schema("integer")
            .format(most > Integer.MAX_VALUE ? "int64" : "int32")
            .minimum(BigDecimal.valueOf(least))
            .maximum(BigDecimal.valueOf(most));
    if (otherwise != null) {
      schema.setDefault(otherwise);
    }
    return parameter(name, description, schema, otherwise == null ? least : otherwise);
  }

  /** Where a list goes on. */
  public static Parameter cursor() {
    return text(
        "cursor",
        "`next` of the page before; no page repeats or skips anything, whatever is stored meanwhile",
        "WyIyMDI2LTAxLTA1Il0");
  }

  /** How much of a list is left out. */
  public static Parameter offset() {
    return number("offset", "How many are left out, without a cursor", 0, Paging.LAST_OFFSET, 0);
  }

  private static Parameter parameter(
      String name, String description, Schema<?> schema, @Nullable Object example) {
    Parameter parameter =
        new QueryParameter().name(name).description(description).schema(schema).required(false);
    if (example != null) {
      parameter.example(example);
    }
    return parameter;
  }
}
