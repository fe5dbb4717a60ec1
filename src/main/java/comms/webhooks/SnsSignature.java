package comms.webhooks;

import comms.ingestion.Refusal;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** The signature of Amazon SNS, by the certificate that the message names. */
@Component
class SnsSignature {

  private final SnsCertificates certificates;

  SnsSignature(SnsCertificates certificates) {
    this.certificates = certificates;
  }

  /**
   * Checks a message.
   *
   * @throws Refusal when it is not signed by Amazon SNS, or the certificate cannot be had now
   */
  void check(SnsMessage message) {
    X509Certificate certificate =
        certificates.at(SnsAddress.ofCertificate(message.text("SigningCertURL")));
    if (!fits(message, certificate)) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The signature is not that of Amazon SNS.");
    }
  }

  private static boolean fits(SnsMessage message, X509Certificate certificate) {
    try {
      Signature signature = Signature.getInstance(algorithm(message.text("SignatureVersion")));
      signature.initVerify(certificate.getPublicKey());
      signature.update(message.signed());
      return signature.verify(Base64.getDecoder().decode(message.text("Signature")));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String algorithm(String version) {
    return switch (version) {
      case "1" -> "SHA1withRSA";
      case "2" -> "SHA256withRSA";
      default -> throw new Refusal(Refusal.Kind.UNPROVEN, "The kind of signature is unknown.");
    };
  }
}
