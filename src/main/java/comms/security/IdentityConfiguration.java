package comms.security;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who and what is known: people, holders of tokens, projects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class IdentityConfiguration {

  private static final String DEVICE_KEY = "device-key";
  private static final String INGEST_KEY = "ingest-key";

  @Bean
  SecretFiles secretFiles(SecuritySettings settings) {
    return new SecretFiles(settings.dataDir());
  }

  @Bean
  ProjectKeys projectKeys(SecuritySettings settings, SecretFiles secrets) {
    List<String> keys = settings.ingestKeys();
    return new ProjectKeys(
        keys.isEmpty()
            ? List.of(secrets.once(INGEST_KEY, () -> "phc_" + SecretFiles.random(43)).value())
            : keys);
  }

  @Bean
  ApiTokens apiTokens(SecuritySettings settings) {
    return new ApiTokens(settings.apiTokens());
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  /** Made only where nobody has configured users, or where {@code admin} was given a password. */
  @Bean
  LoginNews loginNews(SecuritySettings settings, SecretFiles secrets, PasswordEncoder encoder) {
    boolean wanted = settings.users().isEmpty() || settings.chosenAdminPassword() != null;
    return new LoginNews(
        wanted ? Admin.of(settings.chosenAdminPassword(), secrets, encoder) : null, secrets);
  }

  @Bean
  Accounts accounts(SecuritySettings settings, LoginNews news) {
    return new Accounts(settings.users(), news.admin());
  }

  @Bean
  UserDetailsService userDetailsService(Accounts accounts) {
    return new InMemoryUserDetailsManager(accounts.users());
  }

  @Bean
  Passwords passwords(Accounts accounts) {
    return new Passwords(accounts.hashes());
  }

  @Bean
  LoginThrottle loginThrottle(Clock clock) {
    return new LoginThrottle(clock);
  }

  @Bean
  KnownDevices knownDevices(SecretFiles secrets) {
    return new KnownDevices(secrets.once(DEVICE_KEY, () -> SecretFiles.random(43)).value());
  }
}
