package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionLimitsTest {

  private Instant now = Instant.parse("2026-10-25T00:30:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final MockHttpSession session = new MockHttpSession();
  private final SessionLimits limits =
      new SessionLimits(
          new SecuritySettings(
              Path.of("data"),
              List.of(),
              List.of(),
              null,
              List.of(),
              List.of(),
              new SecuritySettings.Session(Duration.ofMinutes(30), Duration.ofHours(12))),
          clock);

  private boolean lives(String query, Duration later) throws Exception {
    now = now.plus(later);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setQueryString(query);
    request.setSession(session);
    limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    return !session.isInvalid();
  }

  @Test
  void endsASessionWhoseReaderGivesNoSign() throws Exception {
    limits.begin(session);
    assertThat(lives("v-r=uidl&v-uiId=0", Duration.ofMinutes(29))).isTrue();
    assertThat(lives("v-r=uidl&v-uiId=0", Duration.ofMinutes(31))).isFalse();
  }

  @Test
  void anOpenTabIsNoSign() throws Exception {
    limits.begin(session);
    for (int i = 0; i < 6; i++) {
      assertThat(lives("v-r=heartbeat&v-uiId=0", Duration.ofMinutes(5))).isTrue();
    }
    assertThat(lives("v-r=push&v-uiId=0", Duration.ofMinutes(5))).isFalse();
  }

  @Test
  void aWallThatRefreshesItselfLastsUntilTheEnd() throws Exception {
    limits.begin(session);
    for (int half = 0; half < 12 * 120; half++) {
      assertThat(lives("v-r=uidl&v-uiId=0", Duration.ofSeconds(30))).isTrue();
    }
    assertThat(lives("v-r=uidl&v-uiId=0", Duration.ofSeconds(30))).isFalse();
  }

  @Test
  void leavesSessionsAloneInWhichNobodyHasLoggedIn() throws Exception {
    assertThat(lives("", Duration.ofDays(1))).isTrue();
  }
}
