package comms.clickhouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
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
    WithStore store = AnnotatedElementUtils.findMergedAnnotation(testClass, WithStore.class);
    if (store == null) {
      return null;
    }
    return new StoreCustomizer(store.fresh() ? UUID.randomUUID().toString() : "shared");
  }

  /** Equal for tests that share a store, so that they may share a context too. */
  private record StoreCustomizer(String store) implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      Map<String, Object> properties = new HashMap<>();
      properties.put("comms.data-dir", TestStore.newDataDirectory().toString());
      properties.put("comms.demo", "false");
      properties.put("comms.ingest-keys", WithStore.INGEST_KEY);
      properties.put("comms.api-tokens", "test:" + WithStore.API_TOKEN);
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
