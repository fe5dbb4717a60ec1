package comms.clickhouse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Gives a {@code @SpringBootTest} a real ClickHouse, migrated, without demo data.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithStore
 * class SelectSomethingIT {
 *   @Autowired @Qualifier("writer") JdbcClient writer;
 *   @Autowired JdbcClient reader;
 * }
 * }</pre>
 *
 * <p>All such tests of one JVM share one engine and its database {@code comms}, so that they start
 * fast: a test keeps to itself by random ids. A test that counts everything takes {@code fresh =
 * true} and gets an engine of its own, which takes about two seconds more.
 *
 * <p>Beans that other tests define are left out; what the test itself needs it imports.
 *
 * <p>The application is configured with the ingest key {@value #INGEST_KEY}, the API token {@value
 * #API_TOKEN}, one for replaying and one for scraping, and the login {@code admin} with the
 * password {@value #ADMIN_PASSWORD}. Its data directory is a new one below {@code target}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TypeExcludeFilters(ApplicationAlone.class)
@ContextCustomizerFactories(StoreCustomizerFactory.class)
public @interface WithStore {

  String INGEST_KEY = "phc_test";
  String API_TOKEN = "test-token-0123456789";
  String EVERY_TOKEN = "test-every-0123456789";
  String REPLAY_TOKEN = "test-replay-0123456789";
  String SCRAPE_TOKEN = "test-scrape-0123456789";
  String ADMIN_PASSWORD = "test-password";
  String PSEUDONYM_KEY = "test-pseudonym-key-0123456789abcdef";

  /**
   * Whether the test, with the subclasses of its class, needs a store that nobody else writes to.
   */
  boolean fresh() default false;

  /**
   * Whether the journal returns only when the store has the events too, so that a test may ask for
   * figures at once.
   */
  boolean storedAtOnce() default true;
}
