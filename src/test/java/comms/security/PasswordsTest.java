package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

  private final String cheap = new BCryptPasswordEncoder(4).encode("correct horse");
  private final String dear = new BCryptPasswordEncoder(11).encode("battery staple");
  private final Passwords passwords = new Passwords(List.of(cheap, dear));

  @Test
  void comparesWithHashesOfAnyCost() {
    assertThat(passwords.matches("correct horse", cheap)).isTrue();
    assertThat(passwords.matches("battery staple", dear)).isTrue();
    assertThat(passwords.matches("correct horse", dear)).isFalse();
    assertThat(passwords.matches("correct horse", null)).isFalse();
    assertThat(passwords.matches("", cheap)).isFalse();
  }

  @Test
  void everyComparisonIsTheSameWork() {
    assertThat(Passwords.work(passwords.rounds(cheap)))
        .isEqualTo(Passwords.work(passwords.rounds(dear)))
        .isEqualTo(Passwords.work(passwords.rounds(null)))
        .isEqualTo(1L << 11);
  }

  @Test
  void aPasswordThatBcryptDoesNotReadToItsEndIsNotRight() {
    String read = "x".repeat(Passwords.LONGEST_BYTES);
    String hash = new BCryptPasswordEncoder(4).encode(read);
    assertThat(passwords.matches(read, hash)).isTrue();
    assertThat(passwords.matches(read + "y", hash)).isFalse();
    assertThat(passwords.matches("ж".repeat(10_000), hash)).isFalse();
  }

  @Test
  void knowsAHash() {
    assertThat(Passwords.isHash(cheap)).isTrue();
    assertThat(Passwords.isHash("$2y$12$" + cheap.substring(7))).isTrue();
    assertThat(Passwords.isHash("$2a$99$" + cheap.substring(7))).isFalse();
    assertThat(Passwords.isHash("secret")).isFalse();
  }
}
