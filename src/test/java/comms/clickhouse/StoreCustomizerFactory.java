package comms.clickhouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Points the contexts of {@link WithStore} tests to their store. */
class StoreCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    MergedAnnotation<WithStore> store =
        MergedAnnotations.from(testClass, SearchStrategy.SUPERCLASS).get(WithStore.class);
    if (!store.isPresent()) {
      return null;
    }
    // Subclasses of one annotated class share its store, and so its context.
    return new StoreCustomizer(
        store.synthesize().fresh() ? String.valueOf(store.getSource()) : "shared",
        store.synthesize().storedAtOnce());
  }

  /** Equal for tests that share a store, so that they may share a context too. */
  private record StoreCustomizer(String store, boolean storedAtOnce) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      if (storedAtOnce) {
        context.getBeanFactory().addBeanPostProcessor(new StoredAtOnce(context));
      }
      Map<String, Object> properties = new HashMap<>();
      properties.put("comms.data-dir", TestStore.newDataDirectory().toString());
      properties.put("comms.demo", "false");
      properties.put("comms.ingest-keys", WithStore.INGEST_KEY);
      properties.put(
          "comms.api-tokens",
          "test:%s,every[read+replay]:%s,replayer[replay]:%s,scraper[scrape]:%s"
              .formatted(
                  WithStore.API_TOKEN,
                  WithStore.EVERY_TOKEN,
                  WithStore.REPLAY_TOKEN,
                  WithStore.SCRAPE_TOKEN));
      properties.put("comms.admin-password", WithStore.ADMIN_PASSWORD);
      properties.put("comms.pseudonym-key", WithStore.PSEUDONYM_KEY);
      if (store.equals("shared")) {
        ClickHouseServer server = TestStore.shared();
        properties.put("comms.clickhouse.url", server.url());
        properties.put("comms.clickhouse.user", server.writer().user());
        properties.put("comms.clickhouse.password", server.writer().password());
        properties.put("comms.clickhouse.reader-user", server.reader().user());
        properties.put("comms.clickhouse.reader-password", server.reader().password());
      }
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test store", properties));
    }
  }
}
