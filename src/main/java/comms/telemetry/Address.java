package comms.telemetry;

import comms.telemetry.TelemetrySettings.Server;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and what it is called, without what only the server may know.
 *
 * @param name as configured, else the host and port
 * @param shown the address as people may see it
 * @param api the address of the HTTP API; null where there is none at what was configured
 */
record Address(String name, String shown, @Nullable URI api) {

  private static final String UNREADABLE = "?";

  static Address of(Server server) {
    URI api = read(Objects.requireNonNullElse(server.url(), "").strip());
    String shown = api == null ? UNREADABLE : api.toString();
    String host = api == null ? UNREADABLE : api.getAuthority();
    String name = server.name();
    return new Address(name == null || name.isBlank() ? host : name.strip(), shown, api);
  }

  boolean isReadable() {
    return api != null;
  }

  private static @Nullable URI read(String url) {
    try {
      URI whole = new URI(url);
      String scheme = Objects.requireNonNullElse(whole.getScheme(), "").toLowerCase(Locale.ROOT);
      if (whole.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        return null;
      }
      String path = whole.getPath().replaceFirst("/+$", "");
      return new URI(scheme, null, whole.getHost(), whole.getPort(), path, null, null);
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
