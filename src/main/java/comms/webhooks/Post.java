package comms.webhooks;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request of a provider as it came, so that signatures can be checked over its very bytes.
 *
 * @param body must not be changed
 * @param headers the value of a header by its name in any case, null where it is absent
 * @param peer the address of whoever is at the other end of the connection
 */
@SuppressWarnings("ArrayRecordComponent") // It is read once and never compared.
public record Post(byte[] body, UnaryOperator<@Nullable String> headers, String peer) {

  /** The header, empty text where it is absent. */
  String header(String name) {
    String value = headers.apply(name);
    return value == null ? "" : value;
  }
}
