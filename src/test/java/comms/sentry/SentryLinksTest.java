package comms.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentryLinksTest {

  private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-02T00:00:00Z");

  @Test
  void leadsToTheIssuesOfTheChannelAndThePeriod() {
    assertThat(links("https://acme.sentry.io/", null).issues(Set.of("email"), FROM, TO))
        .contains(
            "https://acme.sentry.io/issues/?query=channel%3Aemail"
                + "&start=2026-01-05T00%3A00%3A00&end=2026-02-02T00%3A00%3A00&utc=true");
  }

  @Test
  void namesTheOrganizationWhereTheAddressDoesNot() {
    assertThat(links("https://sentry.example.com", "acme").issues(Set.of(), FROM, TO))
        .hasValueSatisfying(
            address ->
                assertThat(address)
                    .startsWith("https://sentry.example.com/organizations/acme/issues/?query=&"));
  }

  @Test
  void asksForSeveralChannelsAtOnce() {
    assertThat(links("https://acme.sentry.io", " ").issues(Set.of("web_push", "email"), FROM, TO))
        .hasValueSatisfying(
            address -> assertThat(address).contains("query=channel%3A%5Bemail%2Cweb_push%5D&"));
  }

  @Test
  void aHostileChannelStaysAValue() {
    assertThat(links("https://acme.sentry.io", null).issues(Set.of("a\" is:x&b=c"), FROM, TO))
        .hasValueSatisfying(
            address ->
                assertThat(address).contains("query=channel%3A%22a%5C%22%20is%3Ax%26b%3Dc%22&"));
  }

  @Test
  void leadsNowhereWithoutConfiguration() {
    assertThat(links(null, "acme").issues(Set.of("email"), FROM, TO)).isEmpty();
    assertThat(links("", null).issues(Set.of("email"), FROM, TO)).isEmpty();
  }

  @Test
  void refusesWhatIsNoWebAddress() {
    assertThatThrownBy(() -> links("javascript:alert(1)", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SentryLinks links(@Nullable String url, @Nullable String organization) {
    return new ConfiguredSentryLinks(new SentrySettings(url, organization, null, null));
  }
}
