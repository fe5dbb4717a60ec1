package comms.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what proxies say about the client, but only the configured ones: whence it comes, in
 * {@code X-Forwarded-For} read from the right up to the first address that is none of theirs, and
 * by {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port} how it was addressed. After that no
 * request carries such a header any more, so that nothing else believes one. It sits in the
 * container, which by it knows whether its session cookie is to be {@code Secure}.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final String networks;

  TrustedProxies(SecuritySettings settings) {
    this.networks =
        String.join(",", settings.trustedProxies().stream().map(this::network).toList());
  }

  private String network(String text) {
    String stripped = text.strip();
    String network =
        stripped.contains("/") ? stripped : stripped + (stripped.contains(":") ? "/128" : "/32");
    try {
      return new NetMask(network).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "COMMS_TRUSTED_PROXIES takes addresses and networks such as 10.0.0.0/8, not " + text, e);
    }
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (!networks.isEmpty()) {
      RemoteIpValve believed = new RemoteIpValve();
      believed.setInternalProxies(networks);
      believed.setProtocolHeader("X-Forwarded-Proto");
      believed.setHostHeader("X-Forwarded-Host");
      believed.setPortHeader("X-Forwarded-Port");
      factory.addEngineValves(believed);
    }
    factory.addEngineValves(new Unforwarded());
  }

  /** Takes out of every request what is said about the way that it came. */
  private static final class Unforwarded extends ValveBase {

    private static final List<String> HEADERS =
        List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-By",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    Unforwarded() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
      HEADERS.forEach(headers::removeHeader);
      getNext().invoke(request, response);
    }
  }
}
