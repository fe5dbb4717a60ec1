package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {

  @Test
  void endsAStatementOnlyAtTheEndOfALine() {
    Migration migration =
        Migration.of(
            "V007__x.sql", "-- Why; because\nCREATE a DEFAULT ';x';\n\nCREATE b\n;  \n-- Done;\n");
    assertThat(migration.version()).isEqualTo(7);
    assertThat(migration.statements()).hasSize(2);
    assertThat(migration.statements().get(0)).endsWith("DEFAULT ';x'");
    assertThat(migration.statements().get(1)).isEqualTo("CREATE b");
  }

  @Test
  void hasTheSameChecksumForEveryKindOfLineEnd() {
    assertThat(Migration.of("V001__x.sql", "A;\r\nB;\r\n").checksum())
        .isEqualTo(Migration.of("V001__x.sql", "A;\nB;\n").checksum())
        .isNotEqualTo(Migration.of("V001__x.sql", "A;\nC;\n").checksum());
  }

  @Test
  void refusesAFileWithoutAVersion() {
    assertThatThrownBy(() -> Migration.of("events.sql", "A;"))
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("events.sql");
  }

  @Test
  void refusesTwoFilesOfOneVersion() {
    List<Migration> twins =
        List.of(Migration.of("V001__a.sql", "A;"), Migration.of("V001__b.sql", "B;"));
    assertThatThrownBy(() -> new Migrations(twins))
        .isInstanceOf(MigrationRefused.class)
        .hasMessageContaining("V001__a.sql")
        .hasMessageContaining("V001__b.sql");
  }

  /** The rule that lets two nodes start at once, and a migration that failed half-way run again. */
  @Test
  void everyMigrationOfTheApplicationCanRunTwice() {
    List<Migration> migrations = Migrations.at("classpath:db/migration").all();
    assertThat(migrations).isNotEmpty();
    for (Migration migration : migrations) {
      assertThat(migration.statements())
          .as(migration.name())
          .isNotEmpty()
          .allSatisfy(
              statement -> {
                String sql = statement.replaceAll("(?m)^\\s*--.*$", "").strip();
                if (sql.startsWith("CREATE") && !sql.startsWith("CREATE OR REPLACE")) {
                  assertThat(sql).contains("IF NOT EXISTS");
                }
                if (sql.contains("ADD COLUMN")) {
                  assertThat(sql).contains("IF NOT EXISTS");
                }
                if (sql.startsWith("DROP") || sql.contains("DROP COLUMN")) {
                  assertThat(sql).contains("IF EXISTS");
                }
              });
    }
  }
}
