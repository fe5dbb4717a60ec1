package comms.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The user {@code admin} of an installation where nobody has configured users. Its password is made
 * at the first start, told once, and kept as a hash.
 *
 * @param hash bcrypt
 * @param news the new password, until it has been told
 */
record Admin(String hash, @Nullable String news) {

  static final String NAME = "admin";
  private static final String FILE = "admin-password-hash";

  static Admin of(@Nullable String chosen, SecretFiles secrets, PasswordEncoder encoder) {
    if (chosen != null) {
      if (Passwords.tooLong(chosen)) {
        throw new IllegalArgumentException(
            "COMMS_ADMIN_PASSWORD is longer than the "
                + Passwords.LONGEST_BYTES
                + " bytes that bcrypt reads");
      }
      return new Admin(hash(chosen, encoder), null);
    }
    Optional<String> kept = secrets.find(FILE);
    if (kept.isPresent()) {
      return new Admin(kept.get(), null);
    }
    String password = SecretFiles.random(16);
    return new Admin(hash(password, encoder), password);
  }

  /** Keeps the hash once the password has been told; untold, it would be lost for ever. */
  void told(SecretFiles secrets) {
    secrets.keep(FILE, hash);
  }

  private static String hash(String password, PasswordEncoder encoder) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("The password has no hash");
    }
    return hash;
  }
}
