package comms.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedEngineIT {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final String table = "t" + UUID.randomUUID().toString().replace("-", "");

  @TempDir Path data;
  private EmbeddedEngine engine;
  private HikariDataSource writing;
  private HikariDataSource reading;
  private JdbcClient writer;
  private JdbcClient reader;

  @BeforeEach
  void start() {
    engine = new EmbeddedEngine(data, TestStore.library());
    writing =
        Schema.migrated(engine.server(), Migrations.at("classpath:migrations/good"))
            .server()
            .writing();
    reading = engine.server().reading();
    writer = JdbcClient.create(writing);
    reader = JdbcClient.create(reading);
    writer.sql("CREATE TABLE " + table + " (id UInt32) ENGINE = MergeTree ORDER BY id").update();
    writer.sql("INSERT INTO " + table + " VALUES (?)").param(7).update();
  }

  @AfterEach
  void stop() {
    reading.close();
    writing.close();
    engine.close();
  }

  @Test
  void readerReadsWhatWriterHasWritten() {
    assertThat(storedId()).isEqualTo(7);
  }

  @Test
  void speaksUtcWhereverItRuns() {
    assertThat(reader.sql("SELECT timezone()").query(String.class).single()).isEqualTo("UTC");
  }

  @Test
  void readerCannotChangeAnything() {
    assertDenied("INSERT INTO " + table + " VALUES (8)");
    assertDenied("CREATE TABLE other (id UInt32) ENGINE = MergeTree ORDER BY id");
    assertDenied("DROP TABLE " + table);
    assertDenied("ALTER TABLE " + table + " DELETE WHERE 1");
    assertThat(storedId()).isEqualTo(7);
  }

  @Test
  void readerCannotReachFilesNetworkOrUsers() {
    assertDenied("SELECT * FROM file('/etc/passwd', 'LineAsString')");
    assertDenied("SELECT * FROM url('" + engine.server().url() + "/ping', 'LineAsString')");
    assertDenied("SELECT * FROM system.users");
  }

  @Test
  void readerCannotLiftItsLimits() {
    assertThatThrownBy(
            () -> reader.sql("SELECT 1 SETTINGS max_execution_time = 3600").query().singleValue())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("max_execution_time");
    assertThatThrownBy(() -> reader.sql("SELECT 1 SETTINGS readonly = 0").query().singleValue())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("readonly");
  }

  @Test
  void engineOwnUserIsOfNoUseToOthers() {
    Login login = new Login("default", "");
    try (HikariDataSource other =
        new ClickHouseServer(engine.server().url(), login, login).administering()) {
      assertThatThrownBy(
              () -> JdbcClient.create(other).sql("SELECT 1 + 1").query(Integer.class).single())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void isStartedAgainWhenItDies() {
    ProcessHandle first = engine.process();
    first.destroyForcibly();
    await()
        .atMost(DEADLINE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              assertThat(engine.process().pid()).isNotEqualTo(first.pid());
              assertThat(storedId()).isEqualTo(7);
            });
  }

  @Test
  void endsWhenClosed() {
    ProcessHandle process = engine.process();
    engine.close();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void refusesASecondApplicationInOneSentence() {
    assertThatThrownBy(() -> new EmbeddedEngine(data, TestStore.library()))
        .isInstanceOf(EngineUnavailable.class)
        .hasMessage(
            "Another application is using the data directory "
                + data.toAbsolutePath()
                + ": stop it, or choose another directory with COMMS_DATA_DIR.");
  }

  @Test
  void keepsItsFilesToTheOwner() throws Exception {
    Path directory = data.resolve("clickhouse");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("users.xml"))))
        .isEqualTo("rw-------");
  }

  private int storedId() {
    return reader.sql("SELECT id FROM " + table).query(Integer.class).single();
  }

  private void assertDenied(String sql) {
    assertThatThrownBy(() -> reader.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("Not enough privileges");
  }
}
