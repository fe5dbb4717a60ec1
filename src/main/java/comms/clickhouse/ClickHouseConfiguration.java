package comms.clickhouse;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connections to the store. There are two of each kind ({@link DataSource}, {@link
 * JdbcTemplate}, {@link JdbcClient}): the one to inject without further words only reads; the one
 * with {@code @Qualifier("writer")} also writes. All of them find the schema up to date.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClickHouseSettings.class)
class ClickHouseConfiguration {

  /** There only when no address is configured; closed after everything that uses it. */
  @Bean
  @Conditional(WithoutServer.class)
  EmbeddedEngine embeddedEngine(
      @Value("${comms.data-dir}") Path dataDirectory, ClickHouseSettings settings) {
    return new EmbeddedEngine(dataDirectory, EngineLibrary.find(settings.library()));
  }

  @Bean
  Schema schema(ObjectProvider<EmbeddedEngine> engine, ClickHouseSettings settings) {
    ClickHouseServer server =
        settings.hasServer() ? settings.server() : engine.getObject().server();
    return Schema.migrated(server, Migrations.at("classpath:db/migration"));
  }

  @Bean
  @Primary
  @Qualifier("reader")
  DataSource readerDataSource(Schema schema) {
    return schema.server().reading();
  }

  @Bean(defaultCandidate = false)
  @Qualifier("writer")
  DataSource writerDataSource(Schema schema) {
    return schema.server().writing();
  }

  @Bean
  @Primary
  @Qualifier("reader")
  JdbcTemplate readerJdbcTemplate(@Qualifier("reader") DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean(defaultCandidate = false)
  @Qualifier("writer")
  JdbcTemplate writerJdbcTemplate(@Qualifier("writer") DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  @Primary
  @Qualifier("reader")
  JdbcClient readerJdbcClient(@Qualifier("reader") JdbcTemplate template) {
    return JdbcClient.create(template);
  }

  @Bean(defaultCandidate = false)
  @Qualifier("writer")
  JdbcClient writerJdbcClient(@Qualifier("writer") JdbcTemplate template) {
    return JdbcClient.create(template);
  }
}
