package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LoginAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "http://evil.example/product?period=7d, /product?period=7d",
    "/delivery, /delivery",
    "http://h/delivery?continue, /delivery",
    "http://h/delivery?period=7d&continue, /delivery?period=7d",
    "//evil.example/x, /x",
    "http://evil.example//evil.example/x, /",
    "https:evil, /",
    "javascript:alert(1), /",
    "/\\evil.example, /",
    "http://h/records?filter.x=a%20b&back=product, /records?filter.x=a%20b&back=product"
  })
  void leadsToAPathOfOurs(String asked, String led) {
    assertThat(LoginAnswers.local(new MockHttpServletRequest(), asked)).isEqualTo(led);
  }
}
