package comms.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A key as its hash, so that comparing takes the same time however much of a guess is right. */
final class Hashed {

  private final byte[] hash;

  Hashed(String key) {
    this.hash = hash(key);
  }

  boolean matches(String candidate) {
    return MessageDigest.isEqual(hash, hash(candidate));
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
