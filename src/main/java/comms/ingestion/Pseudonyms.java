package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.StringNode;

/**
 * Pseudonyms of people and devices: HMAC-SHA-256 under a secret key, in lower-case hexadecimal. The
 * same id has the same pseudonym, and without the key nobody can tell whose it is.
 */
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Replaces the actor and every id of a person or device. */
  Draft pseudonymise(Draft draft) {
    Map<Property, Value> values = new EnumMap<>(Property.class);
    draft.values().forEach((property, value) -> values.put(property, replaced(property, value)));
    return draft.withIdentities(of(draft.distinctId()), values);
  }

  /** The pseudonym of the id; nobody stays nobody. */
  String of(String id) {
    if (id.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(id.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  /**
   * The id under which a thing is kept: an address is nobody's business and has a pseudonym, the
   * same however it is written; every other id stays as it is.
   */
  String keptId(String id) {
    return Redaction.isAddress(id) ? of(id.toLowerCase(Locale.ROOT)) : id;
  }

  private Value replaced(Property property, Value value) {
    if (property.type() == PropertyType.ID && value instanceof Value.Fit(String id)) {
      return new Value.Fit(keptId(id));
    }
    if (property.type() != PropertyType.PSEUDONYM) {
      return value;
    }
    return switch (value) {
      case Value.Fit fit -> new Value.Fit(of((String) fit.value()));
      case Value.Unfit unfit when unfit.sent().isString() ->
          new Value.Unfit(StringNode.valueOf(of(unfit.sent().asString())));
      case Value.Unfit unfit -> unfit;
    };
  }
}
