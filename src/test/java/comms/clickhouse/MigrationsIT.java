package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationsIT {

  private final String database = "m" + UUID.randomUUID().toString().replace("-", "");
  private HikariDataSource connections;
  private JdbcTemplate store;

  @BeforeEach
  void create() {
    try (HikariDataSource outside = TestStore.shared().administering()) {
      new JdbcTemplate(outside).execute("CREATE DATABASE " + database);
    }
    connections = TestStore.shared().writing(database);
    store = new JdbcTemplate(connections);
  }

  @AfterEach
  void drop() {
    store.execute("DROP DATABASE " + database);
    connections.close();
  }

  @Test
  void appliesEachMigrationOnceAndInOrder() {
    Migrations.at("classpath:migrations/good").applyTo(store);
    Migrations.at("classpath:migrations/good").applyTo(store);
    assertThat(
            store.queryForList("SELECT name FROM schema_migration ORDER BY version", String.class))
        .containsExactly("V001__pebbles.sql", "V002__pebble_weight.sql");
    assertThat(store.queryForList("SELECT weight FROM pebble", Integer.class)).containsExactly(5);
  }

  @Test
  void appliesOnlyWhatIsNew() {
    apply(migration(1, "CREATE TABLE a (x UInt8) ORDER BY x;"));
    apply(
        migration(1, "CREATE TABLE a (x UInt8) ORDER BY x;"),
        migration(2, "INSERT INTO a VALUES (4);"));
    assertThat(store.queryForObject("SELECT sum(x) FROM a", Integer.class)).isEqualTo(4);
  }

  @Test
  void refusesAnEditedMigration() {
    apply(migration(1, "SELECT 1;"));
    assertRefused("V001__step.sql was edited", migration(1, "SELECT 2;"));
  }

  @Test
  void refusesAStoreThatHasSeenMore() {
    apply(migration(1, "SELECT 1;"), migration(2, "SELECT 2;"));
    assertRefused("V002__step.sql", migration(1, "SELECT 1;"));
  }

  @Test
  void refusesAMigrationThatComesTooLate() {
    apply(migration(1, "SELECT 1;"), migration(3, "SELECT 3;"));
    assertRefused(
        "V002__step.sql comes too late",
        migration(1, "SELECT 1;"),
        migration(2, "CREATE TABLE late (x UInt8) ORDER BY x;"),
        migration(3, "SELECT 3;"));
    assertThat(store.queryForObject("EXISTS TABLE late", Integer.class)).isZero();
  }

  @Test
  void doesNotRecordAMigrationThatFailed() {
    assertThatThrownBy(
            () ->
                apply(
                    migration(1, "CREATE TABLE IF NOT EXISTS a (x UInt8) ORDER BY x;\nNONSENSE;")))
        .isInstanceOf(DataAccessException.class);
    apply(migration(1, "CREATE TABLE IF NOT EXISTS a (x UInt8) ORDER BY x;\nSELECT 1;"));
    assertThat(store.queryForObject("SELECT count() FROM schema_migration", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void letsTwoNodesStartAtOnce() throws Exception {
    Callable<Void> start =
        () -> {
          Migrations.at("classpath:migrations/good").applyTo(store);
          return null;
        };
    try (var nodes = Executors.newFixedThreadPool(2)) {
      for (var node : nodes.invokeAll(List.of(start, start))) {
        node.get();
      }
    }
    Migrations.at("classpath:migrations/good").applyTo(store);
    assertThat(store.queryForList("SELECT DISTINCT version FROM schema_migration", Integer.class))
        .containsExactlyInAnyOrder(1, 2);
  }

  private void apply(Migration... migrations) {
    new Migrations(List.of(migrations)).applyTo(store);
  }

  private void assertRefused(String message, Migration... migrations) {
    assertThatThrownBy(() -> apply(migrations))
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining(message);
  }

  private static Migration migration(int version, String sql) {
    return Migration.of("V%03d__step.sql".formatted(version), sql);
  }
}
