package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Signs messages as Amazon SNS does, with a certificate of its own, and answers in its place: what
 * is asked of a host of Amazon is asked of a server on this machine.
 */
final class AmazonSns implements SnsHttp, AutoCloseable {

  static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:ses";
  static final String HOST = "https://sns.eu-west-1.amazonaws.com";
  static final String CERTIFICATE = HOST + "/SimpleNotificationService-test.pem";

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Made MADE = Made.make();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final BoundedSnsHttp http = new BoundedSnsHttp();
  private final HttpServer server;
  private volatile boolean away;

  /** The key and its certificate, made by the JDK's own tool. */
  private record Made(PrivateKey key, byte[] certificate) {

    static Made make() {
      try {
        Path directory = Files.createTempDirectory("sns");
        Path store = directory.resolve("sns.p12");
        Process process =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "sns",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-dname",
                    "CN=sns.amazonaws.com",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    String.valueOf(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
          keys.load(in, PASSWORD);
        }
        Files.delete(store);
        Files.delete(directory);
        return new Made(
            (PrivateKey) keys.getKey("sns", PASSWORD),
            pem(keys.getCertificate("sns").getEncoded()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static byte[] pem(byte[] der) {
      return ("-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(der)
              + "\n-----END CERTIFICATE-----\n")
          .getBytes(UTF_8);
    }
  }

  AmazonSns() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          byte[] answer =
              exchange.getRequestURI().getPath().endsWith(".pem")
                  ? MADE.certificate()
                  : "<ConfirmSubscriptionResponse/>".getBytes(UTF_8);
          exchange.sendResponseHeaders(away ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @Override
  public byte[] get(SnsAddress address) {
    URI amazon = address.uri();
    String query = amazon.getRawQuery() == null ? "" : "?" + amazon.getRawQuery();
    return http.get(
        new SnsAddress(
            URI.create(
                "http://localhost:"
                    + server.getAddress().getPort()
                    + amazon.getRawPath()
                    + query)));
  }

  /** The paths that were asked for, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void away(boolean away) {
    this.away = away;
  }

  /** A notification with that message, signed now. */
  static Map<String, String> notification(String message) {
    Map<String, String> fields = message("Notification", message);
    fields.put("Subject", "Amazon SES Email Event Notification");
    return fields;
  }

  static Map<String, String> subscription() {
    Map<String, String> fields = message("SubscriptionConfirmation", "You have chosen …");
    fields.put("Token", "2336412f37");
    fields.put("SubscribeURL", HOST + "/?Action=ConfirmSubscription&Token=2336412f37");
    return fields;
  }

  private static Map<String, String> message(String type, String message) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("Type", type);
    fields.put("MessageId", UUID.randomUUID().toString());
    fields.put("TopicArn", TOPIC);
    fields.put("Message", message);
    fields.put("Timestamp", Instant.now().toString());
    return fields;
  }

  /** The message as it is posted. */
  static String signed(Map<String, String> fields, String version) {
    StringBuilder text = new StringBuilder();
    // A tree map has the names in the order in which they are signed.
    new TreeMap<>(fields).forEach((name, value) -> text.append(name + "\n" + value + "\n"));
    Map<String, String> signed = new TreeMap<>(fields);
    signed.put("SignatureVersion", version);
    signed.put("Signature", signature(text.toString(), version));
    signed.put("SigningCertURL", CERTIFICATE);
    signed.put("UnsubscribeURL", HOST + "/?Action=Unsubscribe");
    return Providers.MAPPER.writeValueAsString(signed);
  }

  private static String signature(String text, String version) {
    try {
      Signature signature =
          Signature.getInstance(version.equals("1") ? "SHA1withRSA" : "SHA256withRSA");
      signature.initSign(MADE.key());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
