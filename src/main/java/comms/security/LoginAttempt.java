package comms.security;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Who tries to log in.
 *
 * @param name as accounts are known, whatever its case; cut where no account's name goes on
 * @param address whence it comes; of IPv6 the network, whose addresses are one household's
 * @param device what this device is known by, if that name has logged in on it before
 */
record LoginAttempt(String name, String address, Optional<String> device) {

  private static final int LONGEST_NAME = 200;
  private static final int NETWORK_BYTES = 8;

  static LoginAttempt of(String name, String address, Optional<String> device) {
    return new LoginAttempt(normal(name), network(address), device);
  }

  static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.length() > LONGEST_NAME ? lower.substring(0, LONGEST_NAME) : lower;
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // A literal, as the container gives it: nothing is looked up.
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      StringBuilder network = new StringBuilder();
      for (int i = 0; i < Math.min(NETWORK_BYTES, bytes.length); i++) {
        network.append(String.format("%02x", bytes[i]));
      }
      return network.toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
