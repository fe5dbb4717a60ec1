package comms.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/** Who may log in: the configured users, and {@code admin} where it has a password. */
class Accounts {

  private final List<UserDetails> users = new ArrayList<>();

  Accounts(List<SecuritySettings.User> configured, @Nullable Admin admin) {
    for (SecuritySettings.User user : configured) {
      users.add(
          account(user.name(), user.password(), user.roles().stream().map(Role::name).toList()));
    }
    if (admin != null) {
      users.removeIf(user -> user.getUsername().equals(Admin.NAME));
      users.add(account(Admin.NAME, admin.hash(), List.of(Role.ADMIN.name())));
    }
  }

  /** The hashes of all passwords. */
  List<String> hashes() {
    return users.stream().map(UserDetails::getPassword).toList();
  }

  UserDetails[] users() {
    return users.toArray(UserDetails[]::new);
  }

  private static UserDetails account(String name, String hash, List<String> roles) {
    String bare = hash.replaceFirst("^\\{bcrypt}", "");
    if (!Passwords.isHash(bare)) {
      throw new IllegalArgumentException(
          "comms.users: the password of " + name + " is no bcrypt hash");
    }
    return User.withUsername(name).password(bare).roles(roles.toArray(String[]::new)).build();
  }
}
