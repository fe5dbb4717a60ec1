package comms.dashboard;

import java.util.Arrays;
import java.util.Optional;

/** The keys that do something on every page; {@code comms-shortcuts.ts} knows how to hear them. */
enum Shortcut {
  HELP("?"),
  OVERVIEW("go"),
  PRODUCT("gp"),
  DISPUTES("gs"),
  DELIVERY("gd"),
  EXPLORE("ge"),
  PIPELINE("gi"),
  SEARCH("/"),
  FILTER("f"),
  TABLE("t"),
  REFRESH("r"),
  WALL("w");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  static Optional<Shortcut> of(String keys) {
    return Arrays.stream(values()).filter(shortcut -> shortcut.keys.equals(keys)).findFirst();
  }

  String keys() {
    return keys;
  }

  /** The name in the texts. */
  String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
