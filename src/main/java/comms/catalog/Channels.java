package comms.catalog;

import java.util.Locale;
import java.util.Map;

/** The spellings of the notification channels, made one. */
final class Channels {

  private static final Map<String, String> CANONICAL =
      Map.of(
          "email", "email",
          "e-mail", "email",
          "mail", "email",
          "web_push", "web_push",
          "web push", "web_push",
          "webpush", "web_push",
          "push", "web_push");

  private Channels() {}

  /** The one name of the channel; a channel that is not known keeps the name that was sent. */
  static String canonical(String sent) {
    return CANONICAL.getOrDefault(sent.toLowerCase(Locale.ROOT), sent);
  }
}
