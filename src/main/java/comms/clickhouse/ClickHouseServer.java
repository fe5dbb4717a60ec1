package comms.clickhouse;

import com.clickhouse.jdbc.DataSourceImpl;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Properties;

/**
 * Where the store answers and as whom to ask it.
 *
 * @param url HTTP address without a path, for example {@code http://127.0.0.1:8123}
 * @param writer may do everything in the database {@code comms}
 * @param reader may only read
 */
record ClickHouseServer(String url, Login writer, Login reader) {

  static final String DATABASE = "comms";

  private static final int SECOND = 1000;

  /**
   * A year of hourly bucket borders has to fit into a statement; the server's default is 256 KiB.
   */
  private static final String LONGEST_STATEMENT = "4194304";

  /**
   * Inserts answer once their rows are stored (the server's own default is to collect them first),
   * and dates are read in UTC wherever client and server run.
   */
  private static final Map<String, String> WRITING =
      Map.of(
          "clickhouse_setting_async_insert", "0",
          "clickhouse_setting_session_timezone", "UTC",
          "clickhouse_setting_max_query_size", LONGEST_STATEMENT,
          "socket_timeout", "600000");

  /**
   * While a server works on a question it says so every second, so one that is silent for longer is
   * frozen, whatever time the question itself may take.
   */
  private static final Map<String, String> READING =
      Map.of(
          "clickhouse_setting_session_timezone", "UTC",
          "clickhouse_setting_max_query_size", LONGEST_STATEMENT,
          "clickhouse_setting_send_progress_in_http_headers", "1",
          "clickhouse_setting_http_headers_progress_interval_ms", "1000",
          "socket_timeout", "15000");

  /** A pool that writes; inserts and migrations may take minutes. */
  HikariDataSource writing() {
    return writing(DATABASE);
  }

  HikariDataSource writing(String database) {
    return pool("writer", writer, database, 6, WRITING);
  }

  /** A pool that reads, wide enough for all cards of a dashboard at once. */
  HikariDataSource reading() {
    HikariDataSource pool = pool("reader", reader, DATABASE, 16, READING);
    pool.setConnectionTimeout(5 * SECOND);
    return pool;
  }

  /** One connection outside of the database, to create it. */
  HikariDataSource administering() {
    return pool("schema", writer, "default", 1, WRITING);
  }

  private HikariDataSource pool(
      String name, Login login, String database, int size, Map<String, String> options) {
    Properties properties = new Properties();
    properties.putAll(options);
    properties.put("user", login.user());
    properties.put("password", login.password());
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setDataSource(new DataSourceImpl("jdbc:clickhouse:" + url + "/" + database, properties));
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(10 * SECOND);
    pool.setValidationTimeout(3 * SECOND);
    // A store that is away at the start is reported by the migrations, in their own words.
    pool.setInitializationFailTimeout(-1);
    return pool;
  }
}
