package comms.webhooks;

/**
 * What SendGrid itself publishes to check a receiver with: the test of its Java library, {@code
 * EventWebhookTest} in github.com/sendgrid/sendgrid-java.
 */
final class SendGridVector {

  static final String KEY =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3G"
          + "Rqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";
  static final String OTHER_KEY =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJCWH"
          + "w8REntlo7aNDthvj+y7GjUuFDb/R1NGe1OPzpA==";
  static final String SIGNATURE =
      "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M"
          + "15TluLtEZtM=";
  static final String TIMESTAMP = "1600112502";
  static final String BODY =
      """
      [{"email":"hello@world.com","event":"dropped","reason":"Bounced Address",\
      "sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA",\
      "sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",\
      "smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>",\
      "timestamp":1600112492}]\r\n""";

  private SendGridVector() {}
}
