package comms.webhooks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The certificates of Amazon SNS, fetched once a day. That they are Amazon's, TLS has proved. */
@Component
class SnsCertificates {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST = 20;

  private final LoadingCache<URI, X509Certificate> certificates;
  private final Clock clock;

  SnsCertificates(SnsHttp http, Clock clock) {
    this.clock = clock;
    this.certificates =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .build(uri -> read(http.get(new SnsAddress(uri))));
  }

  /**
   * The certificate.
   *
   * @throws Refusal when it is none, is not valid today, or cannot be had
   */
  X509Certificate at(SnsAddress address) {
    X509Certificate certificate = certificates.get(address.uri());
    try {
      certificate.checkValidity(Date.from(clock.instant()));
      return certificate;
    } catch (CertificateException e) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The certificate is not valid today.", e);
    }
  }

  private static X509Certificate read(byte[] pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException e) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The message names a certificate that is none.", e);
    }
  }
}
