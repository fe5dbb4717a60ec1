package comms.security;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bearer tokens of the HTTP API, the names of those who hold them and what each is good for.
 */
public class ApiTokens {

  /** The scopes stand with the name, because a token may hold any sign, colons too. */
  private static final Pattern WITH_SCOPES = Pattern.compile("(.*)\\[(.*)]");

  private static final String SHAPE =
      "COMMS_API_TOKENS takes name:token or name[scopes]:token, separated by commas,"
          + " with scopes read, replay or scrape joined by +; ";

  private final List<Token> tokens = new ArrayList<>();

  /**
   * Tokens to accept.
   *
   * @param configured each {@code name:token}, which reads, or {@code name[read+replay]:token}
   * @throws IllegalArgumentException when one is not of this shape; the message does not repeat it
   */
  public ApiTokens(List<String> configured) {
    for (String entry : configured) {
      int colon = entry.indexOf(':');
      String token = entry.substring(colon + 1).strip();
      if (colon < 1 || token.isEmpty()) {
        throw new IllegalArgumentException(SHAPE + "an entry has no name or no token");
      }
      if (tokens.stream().anyMatch(known -> known.hash().matches(token))) {
        throw new IllegalArgumentException(SHAPE + "a token is listed twice");
      }
      tokens.add(new Token(holder(entry.substring(0, colon).strip()), new Hashed(token)));
    }
  }

  /** Who holds a token and what it is good for. */
  public record Holder(String name, Set<Scope> scopes) {

    public Holder {
      scopes = Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** The name and the scopes, for people. */
    public String words() {
      return name
          + " ("
          + scopes.stream().map(Scope::wireName).collect(Collectors.joining(", "))
          + ")";
    }
  }

  private record Token(Holder holder, Hashed hash) {}

  private static Holder holder(String text) {
    Matcher scoped = WITH_SCOPES.matcher(text);
    if (!scoped.matches()) {
      return new Holder(text, EnumSet.of(Scope.READ));
    }
    String name = scoped.group(1).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(SHAPE + "an entry has no name");
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String scope : scoped.group(2).split("\\+", -1)) {
      scopes.add(
          Scope.named(scope.strip())
              .orElseThrow(
                  () -> new IllegalArgumentException(SHAPE + "an entry has another scope")));
    }
    return new Holder(name, scopes);
  }

  /** Those who hold a token, in the order of the configuration. */
  public List<Holder> holders() {
    return tokens.stream().map(Token::holder).toList();
  }

  /** Who holds the token; every token is compared, so that time tells nothing. */
  Optional<Holder> holderOf(String token) {
    Holder holder = null;
    for (Token known : tokens) {
      if (known.hash().matches(token)) {
        holder = known.holder();
      }
    }
    return Optional.ofNullable(holder);
  }
}
