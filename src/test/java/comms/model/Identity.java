package comms.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ids are made comparable. */
final class Identity {

  private static final Set<String> NOBODY =
      Set.of("", "null", "undefined", "none", "[object Object]", "NaN", "anonymous", "guest", "0");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Identity() {}

  /** The id as it is compared, empty when it is no identity. */
  static String of(@Nullable Object sent) {
    if (sent == null) {
      return "";
    }
    String id = Normalizer.normalize(sent.toString().strip(), Normalizer.Form.NFC);
    if (UUID.matcher(id).matches()) {
      id = id.toLowerCase(Locale.ROOT);
    }
    return NOBODY.contains(id) ? "" : id;
  }
}
