package comms.security;

/** What a person who logs in is here for; who sees what says {@link Permission}. */
public enum Role {
  PRODUCT,
  SUPPORT,
  ENGINEER,
  ADMIN;

  /** The names as the annotations of views need them, which take constants only. */
  public static final class Name {

    public static final String PRODUCT = "PRODUCT";
    public static final String SUPPORT = "SUPPORT";
    public static final String ENGINEER = "ENGINEER";
    public static final String ADMIN = "ADMIN";

    private Name() {}
  }
}
