package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Refusal;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Postmark's webhooks. They are not signed: who posts is known by basic authentication, and by the
 * address at the other end of the connection where that is wanted. What a proxy says about another
 * address is not believed.
 */
@Component
class PostmarkWebhook implements Webhook {

  private static final String BASIC = "Basic ";

  private final List<String> logins;
  private final List<IpAddressMatcher> addresses;
  private final ProviderJson json;

  PostmarkWebhook(WebhookSettings settings, ProviderJson json) {
    this.logins = settings.postmark().credentials();
    this.addresses =
        settings.postmark().addresses().stream()
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .map(IpAddressMatcher::new)
            .toList();
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.POSTMARK;
  }

  @Override
  public boolean configured() {
    return !logins.isEmpty();
  }

  @Override
  public Reading read(Post post) {
    if (!addresses.isEmpty() && addresses.stream().noneMatch(a -> a.matches(post.peer()))) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "Postmark does not post from this address.");
    }
    byte[] given = credentials(post.header(HttpHeaders.AUTHORIZATION));
    if (logins.stream().noneMatch(login -> Digests.same(login.getBytes(UTF_8), given))) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The user or the password is not Postmark's.");
    }
    JsonNode record = json.read(post.body());
    Reading.Collector collector = new Reading.Collector();
    collector.add(PostmarkReports.of(record), PostmarkReports.type(record));
    return collector.reading();
  }

  private static byte[] credentials(String header) {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
