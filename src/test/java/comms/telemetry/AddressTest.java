package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.telemetry.TelemetrySettings.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void isCalledAsConfiguredElseByHostAndPort() {
    assertThat(Address.of(server(" eu ", "http://p:9090")).name()).isEqualTo("eu");
    assertThat(Address.of(server("", "https://p:9090/prefix/")).name()).isEqualTo("p:9090");
  }

  @Test
  void showsTheAddressWithoutCredentials() {
    Address address = Address.of(server(null, "HTTPS://me:secret@p:9090/prefix/?token=secret"));

    assertThat(address.shown()).isEqualTo("https://p:9090/prefix");
    assertThat(address.toString()).doesNotContain("secret");
  }

  @Test
  void anAddressThatCannotBeReadIsShownAsNone() {
    for (String url :
        new String[] {"prometheus:9090", "ftp://p", "http://", "http://a b:secret@p"}) {
      Address address = Address.of(server(null, url));
      assertThat(address.isReadable()).as(url).isFalse();
      assertThat(address.toString()).doesNotContain("secret");
    }
  }

  @Test
  void serversWithoutAnAddressAreNone() {
    assertThat(TestSettings.of(server("a", ""), server("b", null), server("c", "x")).servers())
        .extracting(Server::name)
        .containsExactly("c");
  }

  @Test
  void twoServersHaveTwoNames() {
    assertThatThrownBy(() -> TestSettings.of(server("a", "http://p"), server("a", "http://q")))
        .hasMessage("COMMS_TELEMETRY_SERVERS names two servers 'a'; give each a name of its own.");
    assertThat(TestSettings.of(server(null, "x"), server(null, "y")).servers()).hasSize(2);
  }

  private static Server server(@Nullable String name, @Nullable String url) {
    return new Server(name, url, null, null, null, null);
  }
}
