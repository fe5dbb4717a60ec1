package comms.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who reports what became of notifications. */
public enum Provider {
  SENDGRID,
  MAILGUN,
  POSTMARK,
  SES,
  WEB_PUSH;

  /** The last part of the address that it posts to. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The provider of that wire name, if there is one. */
  public static Optional<Provider> named(String wireName) {
    return Arrays.stream(values()).filter(p -> p.wireName().equals(wireName)).findFirst();
  }
}
