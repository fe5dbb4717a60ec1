package comms.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Schemas of the records that the API answers with: a member is always there unless it is left out
 * where it is empty, and is null only where the code says so. Records within a class are named
 * after both, so that two of the same name are two schemas.
 */
@Component
class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    JavaType java = Json31.mapper().constructType(type.getType());
    Class<?> raw = java == null ? Object.class : java.getRawClass();
    if (!raw.isRecord() || !raw.getName().startsWith("comms.")) {
      return chain.next().resolve(type, context, chain);
    }
    String name = name(raw);
    Schema<?> resolved = chain.next().resolve(type.name(name), context, chain);
    Schema<?> defined = context.getDefinedModels().get(name);
    if (defined != null && defined.getProperties() != null) {
      describe(raw, defined);
    }
    return resolved;
  }

  /** The name of the class around it, what that is left out, and its own. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String own = type.getSimpleName();
    if (outer == null) {
      return own;
    }
    String prefix = outer.getSimpleName().replaceFirst("(Controller|Answer)$", "");
    return own.startsWith(prefix) ? own : prefix.endsWith(own) ? prefix : prefix + own;
  }

  private static void describe(Class<?> type, Schema<?> schema) {
    List<String> required = new ArrayList<>();
    Map<String, Schema> properties = schema.getProperties();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(component);
      Schema<?> property = properties.get(name);
      if (property == null) {
        continue;
      }
      boolean leftOut = isLeftOut(type, component);
      if (!leftOut) {
        required.add(name);
      }
      if (component.isAnnotationPresent(JsonRawValue.class)
          || component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
        properties.put(name, ApiDocument.schema("object"));
      } else if (isNullable(component) && !leftOut) {
        properties.put(name, orNull(property));
      }
      valuesOrNull(component, property);
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }

  private static boolean isLeftOut(Class<?> type, RecordComponent component) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude include = own == null ? type.getAnnotation(JsonInclude.class) : own;
    if (include == null) {
      return false;
    }
    return switch (include.value()) {
      case NON_EMPTY, NON_DEFAULT -> true;
      case NON_NULL, NON_ABSENT -> isNullable(component);
      default -> false;
    };
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return new JsonSchema().anyOf(List.of(schema, ApiDocument.schema("null")));
    }
    schema.addType("null");
    return schema;
  }

  /** Whether the values of a map, or the elements of a list, may be null. */
  private static void valuesOrNull(RecordComponent component, Schema<?> property) {
    if (component.getAnnotatedType() instanceof AnnotatedParameterizedType generic) {
      var arguments = generic.getAnnotatedActualTypeArguments();
      boolean nullable = arguments[arguments.length - 1].isAnnotationPresent(Nullable.class);
      if (nullable && property.getAdditionalProperties() instanceof Schema<?> values) {
        property.setAdditionalProperties(orNull(values));
      }
    }
  }
}
