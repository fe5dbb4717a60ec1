package comms.webhooks;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what providers are known. A provider of whom nothing is configured is not received.
 *
 * @param sendgrid SendGrid's signed event webhook
 * @param mailgun Mailgun's webhooks
 * @param postmark Postmark's webhooks
 * @param ses Amazon SES through SNS
 */
@ConfigurationProperties("comms.webhooks")
record WebhookSettings(
    @DefaultValue SendGrid sendgrid,
    @DefaultValue Mailgun mailgun,
    @DefaultValue Postmark postmark,
    @DefaultValue Ses ses) {

  /**
   * SendGrid's.
   *
   * @param publicKeys the verification keys, base64 as SendGrid shows them, one for each webhook
   */
  record SendGrid(@DefaultValue List<String> publicKeys) {}

  /**
   * Mailgun's.
   *
   * @param signingKey the HTTP webhook signing key of the account, or several
   * @param signingKeys more of them, such as the next one while keys are changed
   */
  record Mailgun(@DefaultValue List<String> signingKey, @DefaultValue List<String> signingKeys) {

    /** All keys under which a signature is taken. */
    List<String> keys() {
      return Stream.concat(signingKey.stream(), signingKeys.stream())
          .map(String::strip)
          .filter(key -> !key.isEmpty())
          .toList();
    }

    @Override
    public String toString() {
      return "Mailgun";
    }
  }

  /**
   * Postmark's.
   *
   * @param user of the basic authentication that the address at Postmark names
   * @param password of the same
   * @param logins more of them as {@code user:password}, such as the next one while they are
   *     changed
   * @param addresses from where it may come, addresses or networks; from anywhere without any
   */
  record Postmark(
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue List<String> logins,
      @DefaultValue List<String> addresses) {

    /** Each as {@code user:password}. */
    List<String> credentials() {
      String one = user.strip() + ":" + password.strip();
      return Stream.concat(Stream.of(one), logins.stream().map(String::strip))
          .filter(login -> login.indexOf(':') > 0 && !login.endsWith(":"))
          .toList();
    }

    @Override
    public String toString() {
      return "Postmark";
    }
  }

  /**
   * Those of Amazon SES.
   *
   * @param topics the ARNs of the SNS topics that are listened to
   */
  record Ses(@DefaultValue List<String> topics) {}
}
