package comms.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bearer tokens of the HTTP API and the names of those who hold them. */
public class ApiTokens {

  private final Map<String, Hashed> tokens = new LinkedHashMap<>();

  /**
   * Tokens to accept.
   *
   * @param configured each {@code name:token}
   * @throws IllegalArgumentException when one is not of this shape; the message does not repeat it
   */
  public ApiTokens(List<String> configured) {
    for (String entry : configured) {
      int colon = entry.indexOf(':');
      if (colon < 1 || entry.substring(colon + 1).isBlank()) {
        throw new IllegalArgumentException(
            "COMMS_API_TOKENS takes name:token,name:token; an entry has no name or no token");
      }
      tokens.put(entry.substring(0, colon).strip(), new Hashed(entry.substring(colon + 1).strip()));
    }
  }

  /** The names of those who hold a token, in the order of the configuration. */
  public List<String> holders() {
    return List.copyOf(tokens.keySet());
  }

  /** The name of who holds the token; every token is compared, so that time tells nothing. */
  Optional<String> holderOf(String token) {
    String holder = null;
    for (Map.Entry<String, Hashed> entry : tokens.entrySet()) {
      if (entry.getValue().matches(token)) {
        holder = entry.getKey();
      }
    }
    return Optional.ofNullable(holder);
  }
}
