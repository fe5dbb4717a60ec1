package comms.webhooks;

import comms.ingestion.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Amazon SES, which reports through SNS topics. The signature covers the whole message, so what
 * comes again can only be the same, which counts once. A topic that is listened to is subscribed to
 * as soon as it asks.
 */
@Component
class SesWebhook implements Webhook {

  private static final Logger LOG = LoggerFactory.getLogger(SesWebhook.class);

  /** It is tried again for an hour. */
  private static final Duration TRYING = Duration.ofHours(2);

  private final Set<String> topics;
  private final SnsSignature signature;
  private final SnsHttp http;
  private final SigningTime time;
  private final ProviderJson json;

  SesWebhook(
      WebhookSettings settings,
      SnsSignature signature,
      SnsHttp http,
      SigningTime time,
      ProviderJson json) {
    this.topics =
        settings.ses().topics().stream()
            .map(String::strip)
            .filter(topic -> !topic.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    this.signature = signature;
    this.http = http;
    this.time = time;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.SES;
  }

  @Override
  public boolean configured() {
    return !topics.isEmpty();
  }

  @Override
  public Reading read(Post post) {
    SnsMessage message = new SnsMessage(json.read(post.body()));
    if (!topics.contains(message.topic())) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The topic is none that is listened to.");
    }
    time.check(message.time(), TRYING);
    signature.check(message);
    Reading.Collector collector = new Reading.Collector();
    switch (message.type()) {
      case SnsMessage.SUBSCRIPTION -> subscribe(message, collector);
      case SnsMessage.NOTIFICATION -> read(message, collector);
      default -> {
        LOG.warn("The topic {} is not subscribed to any more", message.topic());
        collector.ignore(message.type());
      }
    }
    return collector.reading();
  }

  private void subscribe(SnsMessage message, Reading.Collector collector) {
    http.get(SnsAddress.of(message.text("SubscribeURL")));
    LOG.info("The topic {} is subscribed to", message.topic());
    collector.ignore(message.type());
  }

  private void read(SnsMessage message, Reading.Collector collector) {
    String text = message.text("Message");
    JsonNode event = json.object(text);
    String type = SesReports.type(event);
    if (type.isEmpty() && text.stripLeading().startsWith("{")) {
      collector.unreadable();
    } else if (type.isEmpty()) {
      // Such as the sentence by which SNS tells that the topic works.
      collector.ignore("text");
    } else {
      SesReports.of(event, message.id())
          .ifPresentOrElse(
              reports -> reports.forEach(collector::add), () -> collector.ignore(type));
    }
  }
}
