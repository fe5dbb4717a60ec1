package comms.clickhouse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change of the schema: a file like {@code V001__events.sql}, whose statements each end with a
 * semicolon at the end of a line.
 *
 * @param version the number in the file's name
 * @param name the file's name
 */
record Migration(int version, String name, String sql) {

  private static final Pattern NAME = Pattern.compile("V(\\d{3,})__[a-z0-9_]+\\.sql");
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";[ \\t]*(\\R|\\z)");
  private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*--.*$");

  /**
   * Reads a migration's file.
   *
   * @throws MigrationRefused when the name has no version
   */
  static Migration of(String name, String sql) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new MigrationRefused(
          "The migration " + name + " is not named like V001__topic.sql, so it has no place.");
    }
    return new Migration(Integer.parseInt(matcher.group(1)), name, sql.replace("\r\n", "\n"));
  }

  /** The statements in their order, without what is only a comment. */
  List<String> statements() {
    return Arrays.stream(END_OF_STATEMENT.split(sql))
        .filter(statement -> !COMMENT.matcher(statement).replaceAll("").isBlank())
        .map(String::strip)
        .toList();
  }

  /** SHA-256 of the text, the same for every kind of line end. */
  String checksum() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
