package comms.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import comms.fuzz.SealedDoor;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The webhooks of all providers for who has the providers' secrets. */
public final class SealedDoors {

  private static final String MAILGUN_KEY = "key-" + UUID.randomUUID();
  private static final String PASSWORD = UUID.randomUUID().toString();
  private static final KeyPair SENDGRID = pair();

  private SealedDoors() {}

  /** Answers in the place of Amazon. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Amazon {

    @Bean
    @Primary
    SnsHttp amazon() {
      return new AmazonSns();
    }
  }

  /** What the application has to be configured with, by the names of its properties. */
  public static Map<String, String> settings() {
    return Map.of(
        "comms.webhooks.sendgrid.public-keys",
        Base64.getEncoder().encodeToString(SENDGRID.getPublic().getEncoded()),
        "comms.webhooks.mailgun.signing-key",
        MAILGUN_KEY,
        "comms.webhooks.postmark.user",
        "postmark",
        "comms.webhooks.postmark.password",
        PASSWORD,
        "comms.webhooks.ses.topics",
        AmazonSns.TOPIC);
  }

  /** Those that an application as a process of its own can know. */
  public static List<SealedDoor> withoutAmazon() {
    return List.of(
        door("sendgrid", SealedDoors::sendGrid),
        door("mailgun", SealedDoors::mailgun),
        door("postmark", SealedDoors::postmark));
  }

  /** Those and that of Amazon, in whose place {@link Amazon} answers. */
  public static List<SealedDoor> all() {
    SealedDoor ses =
        door(
            "ses",
            report -> {
              String message = new String(report.getBytes(ISO_8859_1), UTF_8);
              String body = AmazonSns.signed(AmazonSns.notification(message), "2");
              return new SealedDoor.Sealed(new String(body.getBytes(UTF_8), ISO_8859_1), Map.of());
            });
    return List.of(withoutAmazon().get(0), withoutAmazon().get(1), withoutAmazon().get(2), ses);
  }

  private static SealedDoor.Sealed sendGrid(String report) {
    String now = String.valueOf(Instant.now().getEpochSecond());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(SENDGRID.getPrivate());
      signature.update(now.getBytes(UTF_8));
      signature.update(report.getBytes(ISO_8859_1));
      return new SealedDoor.Sealed(
          report,
          Map.of(
              SendGridWebhook.TIMESTAMP,
              now,
              SendGridWebhook.SIGNATURE,
              Base64.getEncoder().encodeToString(signature.sign())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SealedDoor.Sealed mailgun(String report) {
    String now = String.valueOf(Instant.now().getEpochSecond());
    String token = UUID.randomUUID().toString();
    byte[] signature =
        Digests.hmacSha256(MAILGUN_KEY.getBytes(UTF_8), (now + token).getBytes(UTF_8));
    return new SealedDoor.Sealed(
        "{\"signature\":{\"timestamp\":\"%s\",\"token\":\"%s\",\"signature\":\"%s\"},\"event-data\":%s}"
            .formatted(now, token, HexFormat.of().formatHex(signature), report),
        Map.of());
  }

  private static SealedDoor.Sealed postmark(String report) {
    String credentials =
        Base64.getEncoder().encodeToString(("postmark:" + PASSWORD).getBytes(UTF_8));
    return new SealedDoor.Sealed(report, Map.of("Authorization", "Basic " + credentials));
  }

  private static SealedDoor door(String name, Function<String, SealedDoor.Sealed> seal) {
    return new SealedDoor() {
      @Override
      public String path() {
        return "/webhooks/" + name;
      }

      @Override
      public Sealed seal(String report) {
        return seal.apply(report);
      }
    };
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
