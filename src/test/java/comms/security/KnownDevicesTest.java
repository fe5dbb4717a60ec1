package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KnownDevicesTest {

  private final KnownDevices devices = new KnownDevices("key");

  private Cookie remembered(boolean tls) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(tls);
    MockHttpServletResponse response = new MockHttpServletResponse();
    devices.remember(request, response, "Ann");
    return Objects.requireNonNull(response.getCookie(KnownDevices.COOKIE));
  }

  private static MockHttpServletRequest with(String value) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(new Cookie(KnownDevices.COOKIE, value));
    return request;
  }

  @Test
  void knowsADeviceForTheNameThatLoggedInThere() {
    MockHttpServletRequest request = with(remembered(false).getValue());
    assertThat(devices.known(request, "ann")).isPresent();
    assertThat(devices.known(request, "bob")).isEmpty();
    assertThat(new KnownDevices("other").known(request, "ann")).isEmpty();
  }

  @Test
  void believesNoCookieThatIsMadeUp() {
    String value = remembered(false).getValue();
    for (String other :
        new String[] {"", ".", value.substring(1), value + "x", "x".repeat(20) + ".", "é.é"}) {
      assertThat(devices.known(with(other), "ann")).as(other).isEmpty();
    }
  }

  @Test
  void itsCookieIsForTheLoginOnly() {
    Cookie cookie = remembered(true);
    assertThat(cookie.getPath()).isEqualTo("/login");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSecure()).isTrue();
    assertThat(remembered(false).getSecure()).isFalse();
  }
}
