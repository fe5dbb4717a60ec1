package comms.clickhouse;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which store to use; without an address the application runs its own.
 *
 * @param url HTTP address of a ClickHouse server, for example {@code http://clickhouse:8123}
 * @param readerUser who reads there; without one the same user as writes
 * @param library the engine's library, where it is not the one that npm has installed
 */
@ConfigurationProperties("comms.clickhouse")
record ClickHouseSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable String readerUser,
    @Nullable String readerPassword,
    @Nullable Path library) {

  boolean hasServer() {
    return url != null && !url.isBlank();
  }

  /** The configured server; only when there is one. */
  ClickHouseServer server() {
    String address = present(url, "").replaceFirst("^jdbc:(clickhouse|ch):", "");
    if (address.startsWith("//")) {
      address = "http:" + address;
    }
    Login writer = new Login(present(user, "default"), present(password, ""));
    Login reader =
        readerUser == null || readerUser.isBlank()
            ? writer
            : new Login(readerUser, present(readerPassword, ""));
    return new ClickHouseServer(address.replaceFirst("/+$", ""), writer, reader);
  }

  private static String present(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
