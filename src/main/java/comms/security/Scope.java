package comms.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API token is good for. */
public enum Scope {
  /** Reading the API, its description and the application's own meters. */
  READ,
  /** Taking events out of quarantine. */
  REPLAY,
  /** Reading the application's own meters and nothing else. */
  SCRAPE;

  /** The name in the configuration. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> named(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName().equals(wireName)).findFirst();
  }

  /** The authority of who holds a token with this scope. */
  String authority() {
    return "SCOPE_" + name();
  }
}
