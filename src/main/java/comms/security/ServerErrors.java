package comms.security;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets the server speak as the application does where it answers itself. Signs that browsers leave
 * as they are in an address are let through to the application, which can read what the browser
 * wants to have back; the server would refuse them before it has seen a header.
 */
@Component
class ServerErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private static final String SIGNS = "\"<>[\\]^`{|}";

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addConnectorCustomizers(ServerErrors::relax);
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ServerErrorValve.class.getName());
          }
        });
  }

  private static void relax(Connector connector) {
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setRelaxedPathChars(SIGNS);
      http.setRelaxedQueryChars(SIGNS);
    }
  }
}
