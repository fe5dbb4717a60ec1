package comms.security;

/** What a person who logs in is here for; views are open to roles. */
public enum Role {
  PRODUCT,
  SUPPORT,
  ENGINEER,
  ADMIN
}
