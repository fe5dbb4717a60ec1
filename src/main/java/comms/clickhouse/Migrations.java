package comms.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings the schema up to date: applies, in the order of their versions, the migrations that the
 * store has not seen, and records each with its checksum.
 *
 * <p>The store has no transactions and no locks. So a migration's statements can be run again
 * without harm ({@code IF NOT EXISTS}): after one that failed half-way, and when two nodes start at
 * once and both apply it. See {@code docs/decisions/001-migrations.md}.
 */
class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private static final String CREATE_RECORD =
      """
      CREATE TABLE IF NOT EXISTS schema_migration
      (
          version UInt32,
          name String,
          checksum FixedString(64),
          applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
      )
      ENGINE = MergeTree
      ORDER BY version
      """;

  /** Two nodes that started at once may both have recorded a version. */
  private static final String SELECT_APPLIED =
      """
      SELECT version, name, checksum
      FROM schema_migration
      ORDER BY version, applied_at
      LIMIT 1 BY version
      """;

  private static final String INSERT_APPLIED =
      "INSERT INTO schema_migration (version, name, checksum) VALUES (?, ?, ?)";

  private final List<Migration> migrations;

  Migrations(List<Migration> migrations) {
    this.migrations =
        migrations.stream().sorted(Comparator.comparingInt(Migration::version)).toList();
    for (int i = 1; i < this.migrations.size(); i++) {
      Migration before = this.migrations.get(i - 1);
      Migration migration = this.migrations.get(i);
      if (before.version() == migration.version()) {
        throw new MigrationRefused(
            "The migrations %s and %s have the same version."
                .formatted(before.name(), migration.name()));
      }
    }
  }

  /** The migrations at a place like {@code classpath:db/migration}. */
  static Migrations at(String location) {
    try {
      List<Migration> found = new ArrayList<>();
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources(location + "/*.sql");
      for (Resource file : files) {
        found.add(
            Migration.of(
                String.valueOf(file.getFilename()),
                file.getContentAsString(StandardCharsets.UTF_8)));
      }
      return new Migrations(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Migration> all() {
    return migrations;
  }

  /**
   * Applies what is pending.
   *
   * @throws MigrationRefused when an applied migration was edited or is missing, or a pending one
   *     is older than an applied one; nothing is changed then
   */
  void applyTo(JdbcTemplate store) {
    store.execute(CREATE_RECORD);
    List<Applied> applied =
        store.query(
            SELECT_APPLIED,
            (row, _) -> new Applied(row.getInt(1), row.getString(2), row.getString(3)));
    applied.forEach(this::verify);
    int newest = applied.isEmpty() ? 0 : applied.getLast().version();
    List<Integer> done = applied.stream().map(Applied::version).toList();
    List<Migration> pending =
        migrations.stream().filter(migration -> !done.contains(migration.version())).toList();
    if (!pending.isEmpty() && pending.getFirst().version() < newest) {
      throw new MigrationRefused(
          "The migration %s comes too late: version %03d is applied already; give it a new number."
              .formatted(pending.getFirst().name(), newest));
    }
    pending.forEach(migration -> apply(migration, store));
  }

  private void verify(Applied applied) {
    Migration migration =
        migrations.stream()
            .filter(candidate -> candidate.version() == applied.version())
            .findFirst()
            .orElseThrow(
                () ->
                    new MigrationRefused(
                        "The migration %s, which this store has seen, is missing: run the version"
                                .formatted(applied.name())
                            + " of the application that wrote the store, or a later one."));
    if (!migration.checksum().equals(applied.checksum())) {
      throw new MigrationRefused(
          "The migration %s was edited after this store had applied it: put it back, and make the"
                  .formatted(migration.name())
              + " change in a new migration.");
    }
  }

  private static void apply(Migration migration, JdbcTemplate store) {
    log.info("Migrating the store: {}", migration.name());
    migration.statements().forEach(store::execute);
    store.update(INSERT_APPLIED, migration.version(), migration.name(), migration.checksum());
  }

  private record Applied(int version, String name, String checksum) {}
}
