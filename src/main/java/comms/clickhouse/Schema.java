package comms.clickhouse;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The store's database with every migration applied; whoever needs the schema depends on this. */
record Schema(ClickHouseServer server) {

  /** Creates the database where there is none and brings its schema up to date. */
  static Schema migrated(ClickHouseServer server, Migrations migrations) {
    try (HikariDataSource outside = server.administering()) {
      new JdbcTemplate(outside)
          .execute("CREATE DATABASE IF NOT EXISTS " + ClickHouseServer.DATABASE);
    }
    try (HikariDataSource inside = server.writing()) {
      migrations.applyTo(new JdbcTemplate(inside));
    }
    return new Schema(server);
  }
}
