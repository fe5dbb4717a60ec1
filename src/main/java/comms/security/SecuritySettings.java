package comms.security;

import java.nio.file.Path;
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
 * @param apiTokens {@code name:token}, the name is for the logs
 * @param adminPassword of the user {@code admin}, in clear
 * @param users who may log in; without any there is only {@code admin}
 */
@ConfigurationProperties("comms")
record SecuritySettings(
    @DefaultValue("data") Path dataDir,
    @DefaultValue List<String> ingestKeys,
    @DefaultValue List<String> apiTokens,
    @Nullable String adminPassword,
    @DefaultValue List<User> users) {

  /**
   * A login.
   *
   * @param password bcrypt hash
   */
  record User(String name, String password, @DefaultValue Set<Role> roles) {}

  @Nullable String chosenAdminPassword() {
    return adminPassword == null || adminPassword.isBlank() ? null : adminPassword;
  }
}
