package comms.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A user of the store and the password. */
record Login(String user, String password) {

  static Login withRandomPassword(String user) {
    byte[] password = new byte[24];
    new SecureRandom().nextBytes(password);
    return new Login(user, HexFormat.of().formatHex(password));
  }

  /** SHA-256 of the password, as ClickHouse's users file wants it. */
  String passwordHash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
