package comms.security;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the application, once its pages can be served, where they are and how to
 * get in. It goes to standard output and not to the log, because it may hold a new password.
 */
@Component
class StartMessage {

  private final LoginNews news;
  private final ProjectKeys keys;

  StartMessage(LoginNews news, ProjectKeys keys) {
    this.news = news;
    this.keys = keys;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      System.out.println(text(context.getWebServer().getPort()));
      System.out.flush();
    }
  }

  String text(int port) {
    return """

    Comms Analytics is ready.
    Open      http://localhost:%d/
    %s
    Send      events to the same address with the project key %s
    """
        .formatted(port, news.tell(), keys.anyKey());
  }
}
