package comms.security;

import org.jspecify.annotations.Nullable;

/** The {@code admin} of this installation, if it has one, and what is new about it. */
class LoginNews {

  private final @Nullable Admin admin;
  private final SecretFiles secrets;

  LoginNews(@Nullable Admin admin, SecretFiles secrets) {
    this.admin = admin;
    this.secrets = secrets;
  }

  @Nullable Admin admin() {
    return admin;
  }

  /** One line for whoever starts the application; a new password is in it this one time. */
  String tell() {
    if (admin == null) {
      return "Log in    as one of the configured users";
    }
    if (admin.news() == null) {
      return "Log in    as admin, with COMMS_ADMIN_PASSWORD or the password of the first start";
    }
    String line = "Log in    as admin with the password " + admin.news() + " (shown only now)";
    admin.told(secrets);
    return line;
  }
}
