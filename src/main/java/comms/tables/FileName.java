package comms.tables;

/** Names of files that no header and no file system takes for anything else. */
public final class FileName {

  private static final int LONGEST = 100;

  private FileName() {}

  /** The name with a dash in the place of whatever is no letter, digit, dash, dot or underscore. */
  public static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
    String cut = safe.substring(0, Math.min(safe.length(), LONGEST));
    return cut.isEmpty() ? "file" : cut;
  }
}
