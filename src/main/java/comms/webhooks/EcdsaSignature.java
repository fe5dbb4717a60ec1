package comms.webhooks;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** ECDSA over SHA-256 under any of several keys, as DER in base64. */
record EcdsaSignature(List<PublicKey> keys) {

  /**
   * For the keys as the provider shows them.
   *
   * @param encoded base64 of the DER of the public key
   * @throws IllegalArgumentException when one is no such key
   */
  static EcdsaSignature of(List<String> encoded) {
    return new EcdsaSignature(
        encoded.stream().filter(key -> !key.isBlank()).map(EcdsaSignature::key).toList());
  }

  boolean hasKeys() {
    return !keys.isEmpty();
  }

  /** Whether the signature is one of these parts, one after the other. */
  boolean fits(String encoded, byte[]... parts) {
    byte[] der;
    try {
      der = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return keys.stream().anyMatch(key -> fits(key, der, parts));
  }

  private static boolean fits(PublicKey key, byte[] der, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.verify(der);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static PublicKey key(String encoded) {
    try {
      byte[] der = Base64.getDecoder().decode(encoded.strip());
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "COMMS_WEBHOOKS_SENDGRID_PUBLIC_KEYS takes verification keys as SendGrid shows them,"
              + " separated by commas; one of them is none",
          e);
    }
  }
}
