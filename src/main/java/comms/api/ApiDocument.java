package comms.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The document that describes the API to programs: what all of its addresses share. What is asked
 * and answered at each of them is read from its controller.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

  static final String BEARER = "bearer";
  private static final String PROJECT_KEY = "projectKey";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi(ObjectProvider<BuildProperties> build) {
    BuildProperties properties = build.getIfAvailable();
    return new OpenAPI()
        .info(
            new Info()
                .title("Comms Analytics")
                .version(properties == null ? "0" : properties.getVersion())
                .description(
                    """
                    The ten metrics of a marketplace's communications, the records behind them, what \
                    happened to one contract, thread, dispute or notification, the disputes as they \
                    stand, and what became of everything that was sent. Times are dates in the \
                    dashboard's zone or ISO instants; a period has its start and not its end. \
                    Mistakes are problem documents (RFC 9457).
                    """)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/").description("Where this document comes from")))
        .security(List.of(new SecurityRequirement().addList(BEARER)))
        .tags(
            List.of(
                tag("Metrics", "The ten metrics, as JSON and CSV, and the records behind a figure"),
                tag("Delivery", "What became of notifications, and what may still go wrong today"),
                tag("Disputes", "The disputes as they stand now, and how others were resolved"),
                tag("Timelines", "What happened to one thing, and what has an id"),
                tag("Pipeline", "What became of everything that was sent, and how the sources do"),
                tag("Quarantine", "What could not be accepted, and the way out of it"),
                tag("Import", "Files of events")))
        .components(components());
  }

  private static Tag tag(String name, String description) {
    return new Tag().name(name).description(description);
  }

  private static Components components() {
    return new Components()
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of COMMS_API_TOKENS"))
        .addSecuritySchemes(
            PROJECT_KEY,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Api-Key")
                .description("A project key of COMMS_INGEST_KEYS"))
        .addSchemas(PROBLEM, problem())
        .addResponses("BadRequest", refusal("The question makes no sense; `detail` says why"))
        .addResponses("Unauthorized", refusal("A token or a key is missing, or is not known"))
        .addResponses("Forbidden", refusal("The token does not reach this"))
        .addResponses("NotFound", refusal("There is nothing of that id"))
        .addResponses("TooLarge", refusal("More was sent than is taken at once"))
        .addResponses(
            "Unavailable",
            refusal("The store or the journal does not answer now; the same may be asked again")
                .addHeaderObject(
                    "Retry-After",
                    new Header().description("After how many seconds").schema(schema("integer"))));
  }

  private static Schema<?> problem() {
    return schema("object")
        .description("What went wrong (RFC 9457)")
        .addProperty("type", schema("string").format("uri-reference"))
        .addProperty("title", schema("string"))
        .addProperty("status", schema("integer").format("int32"))
        .addProperty("detail", schema("string").description("The sentence that says why"))
        .addProperty("instance", schema("string").format("uri-reference"))
        .addProperty(
            "allowed",
            schema("array").items(schema("string")).description("What would have been understood"))
        .required(List.of("title", "status"));
  }

  static Schema<?> schema(String type) {
    return new JsonSchema().types(Set.of(type));
  }

  private static ApiResponse refusal(String description) {
    Schema<?> problem = new JsonSchema().$ref("#/components/schemas/" + PROBLEM);
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType("application/problem+json", new MediaType().schema(problem)));
  }

  /** The other spelling of an address, which is there for senders that use it, is not described. */
  @Bean
  OpenApiCustomizer withoutTrailingSlashes() {
    return document -> document.getPaths().keySet().removeIf(path -> path.endsWith("/"));
  }
}
