package comms.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Logins, keys and tokens as configured.
 *
 * @param dataDir where secrets that nobody configured are made and kept
 * @param ingestKeys the project keys that the doors accept
 * @param apiTokens see {@link ApiTokens}
 * @param adminPassword of the user {@code admin}, in clear
 * @param users who may log in; without any there is only {@code admin}
 * @param trustedProxies the networks whose word about the client is believed, in CIDR notation
 * @param session how long a login lasts
 */
@ConfigurationProperties("comms")
record SecuritySettings(
    @DefaultValue("data") Path dataDir,
    @DefaultValue List<String> ingestKeys,
    @DefaultValue List<String> apiTokens,
    @Nullable String adminPassword,
    @DefaultValue List<User> users,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue Session session) {

  /**
   * A login.
   *
   * @param password bcrypt hash
   */
  record User(String name, String password, @DefaultValue Set<Role> roles) {}

  /**
   * How long a login lasts.
   *
   * @param idle without a sign of the reader; what a page refreshes by itself is one
   * @param absolute whatever happens
   */
  record Session(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration absolute) {}

  @Nullable String chosenAdminPassword() {
    return adminPassword == null || adminPassword.isBlank() ? null : adminPassword;
  }
}
