package comms.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.ingestion.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.cn-north-1.amazonaws.com.cn/a.pem",
        "https://sns.us-gov-west-1.amazonaws.com:443/a.pem"
      })
  void knowsTheHostsOfSns(String address) {
    assertThat(SnsAddress.ofCertificate(address).uri()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.org/a.pem",
        "https://evil.org/sns.eu-west-1.amazonaws.com/a.pem",
        "https://evil.org#sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.org/a.pem",
        "https://evil.org@sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://bucket.s3.amazonaws.com/a.pem",
        "https://sns.x.s3.amazonaws.com/a.pem",
        "https://sns..amazonaws.com/a.pem",
        "https:///a.pem",
        "file:///a.pem",
        "a b",
        ""
      })
  void leadsNowhereElse(String address) {
    assertThatThrownBy(() -> SnsAddress.of(address))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROVEN));
  }
}
