package comms.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys by which a sender's project is known at the doors. There is always at least one. */
public class ProjectKeys {

  private final List<String> keys;
  private final List<Hashed> hashes;

  /**
   * Keys to accept.
   *
   * @throws IllegalArgumentException without any key
   */
  public ProjectKeys(List<String> keys) {
    this.keys = keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList();
    this.hashes = this.keys.stream().map(Hashed::new).toList();
    if (this.keys.isEmpty()) {
      throw new IllegalArgumentException("There must be at least one project key");
    }
  }

  /** Whether the key is one of the project's; how long this takes says nothing about the keys. */
  public boolean accepts(@Nullable String key) {
    if (key == null) {
      return false;
    }
    boolean accepted = false;
    for (Hashed hash : hashes) {
      accepted |= hash.matches(key);
    }
    return accepted;
  }

  /**
   * Whether one of the keys stands anywhere in the text; no proof, since anybody may name a key.
   */
  public boolean anyIn(String text) {
    return keys.stream().anyMatch(text::contains);
  }

  /** The length of the longest key. */
  public int longest() {
    return keys.stream().mapToInt(String::length).max().orElseThrow();
  }

  /** One of the keys, for a page that shows how to send events. */
  public String anyKey() {
    return keys.getFirst();
  }
}
