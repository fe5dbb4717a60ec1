package comms.webhooks;

import comms.ingestion.Refusal;
import java.net.URI;
import java.util.regex.Pattern;

/** An address inside Amazon SNS; a message may lead to no other. */
record SnsAddress(URI uri) {

  private static final Pattern HOST =
      Pattern.compile("sns\\.[a-zA-Z0-9-]{3,}\\.amazonaws\\.com(\\.cn)?");

  private static final int HTTPS = 443;

  /**
   * Reads an address.
   *
   * @throws Refusal when it leads elsewhere
   */
  static SnsAddress of(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      if ("https".equalsIgnoreCase(uri.getScheme())
          && host != null
          && HOST.matcher(host).matches()
          && uri.getUserInfo() == null
          && (uri.getPort() < 0 || uri.getPort() == HTTPS)) {
        return new SnsAddress(uri);
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The message names an address that is none.", e);
    }
    throw new Refusal(Refusal.Kind.UNPROVEN, "The message names an address outside Amazon SNS.");
  }

  /**
   * Reads the address of a certificate.
   *
   * @throws Refusal when it leads elsewhere
   */
  static SnsAddress ofCertificate(String address) {
    SnsAddress certificate = of(address);
    if (!certificate.uri().getPath().endsWith(".pem")) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The message names a certificate that is none.");
    }
    return certificate;
  }
}
