package comms.timeline.web;

import comms.timeline.Subject;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes the timelines of each kind of thing at an address of its own, which is what they have;
 * that one method answers all of them is nobody's business.
 */
@Component
class DescribedTimelines implements OpenApiCustomizer {

  private static final String KIND = "kind";

  @Override
  public void customise(OpenAPI document) {
    Paths paths = new Paths();
    document
        .getPaths()
        .forEach(
            (path, item) -> {
              if (path.contains("{" + KIND + "}")) {
                for (Subject subject : Subject.values()) {
                  paths.addPathItem(
                      path.replace("{" + KIND + "}", subject.path()),
                      new PathItem().get(of(subject, item.getGet())));
                }
              } else {
                paths.addPathItem(path, item);
              }
            });
    document.setPaths(paths);
  }

  private static Operation of(Subject subject, Operation all) {
    String id = all.getOperationId();
    return new Operation()
        .operationId(subject.wireName() + Character.toUpperCase(id.charAt(0)) + id.substring(1))
        .summary(all.getSummary().replace("a thing", "a " + subject.wireName()))
        .description(all.getDescription())
        .tags(all.getTags())
        .parameters(
            all.getParameters().stream().filter(one -> !one.getName().equals(KIND)).toList())
        .responses(all.getResponses());
  }
}
