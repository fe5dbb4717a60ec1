package comms.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares passwords with bcrypt hashes. Every comparison is as much work as one with the costliest
 * hash of all, also for a cheaper hash and for a name that nobody has, so that time tells nothing.
 */
class Passwords {

  /** What bcrypt reads; what comes behind would not count. */
  static final int LONGEST_BYTES = 72;

  private static final Pattern HASH = Pattern.compile("\\$2[aby]?\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
  private static final int LEAST = 10;

  /** The salt and the hash of nothing; only the cost matters. */
  private static final String NOBODY = "abcdefghijklmnopqrstuuSUdW9KzVkqXo7ZJtUbRjjl0kmx1cNMW";

  private final PasswordEncoder encoder = new BCryptPasswordEncoder();
  private final int cost;

  Passwords(Collection<String> hashes) {
    this.cost = Math.max(LEAST, hashes.stream().mapToInt(Passwords::cost).max().orElse(LEAST));
  }

  static boolean isHash(String text) {
    return HASH.matcher(text).matches() && cost(text) >= 4 && cost(text) <= 31;
  }

  static boolean tooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
  }

  /**
   * Whether that is the password.
   *
   * @param hash null where nobody has the name
   */
  boolean matches(String password, @Nullable String hash) {
    // A longer one is never right; without its end it takes the usual time.
    String read = tooLong(password) ? password.substring(0, 1) : password;
    boolean right = hash != null && encoder.matches(read, hash);
    rounds(hash).stream()
        .skip(hash == null ? 0 : 1)
        .forEach(step -> encoder.matches(read, dummy(step)));
    return right && !tooLong(password);
  }

  /**
   * The costs of what is computed for a password: of its own hash, and of dummies that make up the
   * difference exactly, since each step of the cost doubles the work.
   */
  List<Integer> rounds(@Nullable String hash) {
    if (hash == null) {
      return List.of(cost);
    }
    List<Integer> rounds = new ArrayList<>(List.of(cost(hash)));
    for (int step = cost(hash); step < cost; step++) {
      rounds.add(step);
    }
    return rounds;
  }

  /** How much that is, in rounds of the key schedule. */
  static long work(List<Integer> costs) {
    return costs.stream().mapToLong(step -> 1L << step).sum();
  }

  private static String dummy(int cost) {
    return String.format("$2a$%02d$%s", cost, NOBODY);
  }

  private static int cost(String hash) {
    Matcher matcher = HASH.matcher(hash);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a bcrypt hash");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
