package comms.webhooks;

import comms.ingestion.Reception;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What push services have answered, as told by whoever sends the notifications: one outcome, or
 * several as {@code outcomes}. It is known by its project key, in the body or as {@value #KEY}.
 */
@Component
class WebPushWebhook implements Webhook {

  static final String KEY = "X-Api-Key";

  private final Reception reception;
  private final ProviderJson json;

  WebPushWebhook(Reception reception, ProviderJson json) {
    this.reception = reception;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.WEB_PUSH;
  }

  /** There is always a project key. */
  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public Reading read(Post post) {
    JsonNode body = json.read(post.body());
    JsonNode outcomes = body.path("outcomes");
    reception.admit(keys(post, body), Math.max(1, outcomes.size()));
    Reading.Collector collector = new Reading.Collector();
    if (outcomes.isArray()) {
      outcomes.forEach(outcome -> read(outcome, collector));
    } else {
      read(body, collector);
    }
    return collector.reading();
  }

  private static void read(JsonNode outcome, Reading.Collector collector) {
    PushAnswer answer = new PushAnswer(outcome);
    if (!answer.readable()) {
      collector.unreadable();
    } else if (answer.taken()) {
      collector.ignore(String.valueOf(answer.status()));
    } else {
      collector.add(answer.event());
    }
  }

  private static Set<String> keys(Post post, JsonNode body) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(post.header(KEY));
    keys.add(body.path("api_key").asString(""));
    keys.remove("");
    return keys;
  }
}
