package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Somebody comes back to a page whose session has ended meanwhile. */
@SpringBootTest(
    classes = {DashboardApplication.class, SessionIT.Sessions.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.endpoint.health.validate-group-membership=false")
class SessionIT {

  @LocalServerPort private int port;
  @Autowired private Sessions sessions;

  @Test
  void returnsToTheSamePictureAfterTheLogin() {
    try (Visitor visitor = new Visitor(port)) {
      visitor.open("product?period=7d&interval=day&compare=none&filter.resolution=split");
      visitor.login("admin", "admin").settle(6);
      sessions.shorten(2);
      // Turning to the page from time to time is what ends a session that is over.
      visitor
          .page()
          .waitForFunction(
              """
              () => {
                const now = performance.now();
                window.last ??= now;
                if (now - window.last > 6000) {
                  window.last = now;
                  document.querySelector('.quiet')?.click();
                }
                return document.querySelector('input[name=username]') !== null;
              }
              """,
              null,
              new Page.WaitForFunctionOptions().setPollingInterval(250).setTimeout(90_000));
      visitor.login("admin", "admin").settle(6);
      visitor
          .page()
          .waitForURL(
              Pattern.compile("(?=.*/product\\?)(?=.*period=7d)(?=.*filter\\.resolution=split).*"));
      assertThat(visitor.page().url()).contains("interval=day", "compare=none");
    }
  }

  /** The sessions of the test, so that it can make them short; the configuration knows minutes. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Sessions implements HttpSessionListener {

    private final List<HttpSession> sessions = new CopyOnWriteArrayList<>();

    @Bean
    ServletListenerRegistrationBean<HttpSessionListener> listener() {
      return new ServletListenerRegistrationBean<>(this);
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
      sessions.add(event.getSession());
    }

    void shorten(int seconds) {
      sessions.forEach(session -> session.setMaxInactiveInterval(seconds));
      sessions.clear();
    }
  }
}
