package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://store:8123",
        "http://store:8123/",
        "jdbc:clickhouse:http://store:8123",
        "jdbc:clickhouse://store:8123",
        "jdbc:ch://store:8123"
      })
  void takesAnAddressInEveryUsualSpelling(String url) {
    assertThat(settings(url, "").server().url()).isEqualTo("http://store:8123");
  }

  @Test
  void readsAsTheWriterUnlessThereIsAReader() {
    assertThat(settings("http://store:8123", "").server().reader())
        .isEqualTo(new Login("app", "secret"));
    assertThat(settings("http://store:8123", "eyes").server().reader())
        .isEqualTo(new Login("eyes", "shut"));
  }

  @Test
  void hasNoServerWithoutAnAddress() {
    assertThat(settings(" ", "").hasServer()).isFalse();
  }

  @Test
  void neverShowsAPassword() {
    assertThat(settings("http://store:8123", "eyes").server().toString())
        .doesNotContain("secret")
        .doesNotContain("shut");
  }

  private static ClickHouseSettings settings(String url, String reader) {
    return new ClickHouseSettings(url, "app", "secret", reader, "shut", null);
  }
}
