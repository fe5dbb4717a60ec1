package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets the server read on, within a bound, what is left of a body that was refused as too large. A
 * sender that is cut off while it sends would see a broken connection instead of the answer.
 */
@Component
class RestOfBody implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private static final int TIMES = 4;

  private final DoorLimits limits;

  RestOfBody(DoorLimits limits) {
    this.limits = limits;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    int bound = (int) Math.min(Integer.MAX_VALUE, TIMES * limits.body().toBytes());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxSwallowSize(bound);
          }
        });
  }
}
