package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class LoginNewsTest {

  @TempDir Path data;
  private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);

  @Test
  void tellsANewPasswordOnceAndKeepsItsHash() {
    SecretFiles secrets = new SecretFiles(data);
    Admin made = Admin.of(null, secrets, encoder);
    String told = new LoginNews(made, secrets).tell();
    assertThat(told).contains(made.news());

    Admin kept = Admin.of(null, new SecretFiles(data), encoder);
    assertThat(kept.news()).isNull();
    assertThat(encoder.matches(made.news(), kept.hash())).isTrue();
    assertThat(new LoginNews(kept, secrets).tell()).doesNotContain(made.news());
  }

  @Test
  void forgetsAPasswordThatNobodyWasTold() {
    SecretFiles secrets = new SecretFiles(data);
    Admin untold = Admin.of(null, secrets, encoder);
    Admin next = Admin.of(null, secrets, encoder);
    assertThat(next.news()).isNotNull().isNotEqualTo(untold.news());
  }

  @Test
  void prefersTheChosenPasswordAndDoesNotShowIt() {
    SecretFiles secrets = new SecretFiles(data);
    Admin chosen = Admin.of("correct horse", secrets, encoder);
    assertThat(encoder.matches("correct horse", chosen.hash())).isTrue();
    assertThat(new LoginNews(chosen, secrets).tell()).doesNotContain("correct horse");
  }

  @Test
  void configuredUsersHaveTheirRolesAndNoAdminBesides() {
    String hash = encoder.encode("secret");
    Accounts accounts =
        new Accounts(
            List.of(new SecuritySettings.User("ann", "{bcrypt}" + hash, Set.of(Role.PRODUCT))),
            null);
    assertThat(accounts.users()).hasSize(1);
    assertThat(accounts.users()[0].getPassword()).isEqualTo(hash);
    assertThat(accounts.users()[0].getAuthorities())
        .extracting(Object::toString)
        .containsExactly("ROLE_PRODUCT");
  }
}
