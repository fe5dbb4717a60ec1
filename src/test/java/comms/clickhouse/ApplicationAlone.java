package comms.clickhouse;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the beans that other tests define out of a context that is to be the application's own. */
class ApplicationAlone extends TypeExcludeFilter {

  @Override
  public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
    return type.getResource().getURL().getPath().contains("/test-classes/");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApplicationAlone;
  }

  @Override
  public int hashCode() {
    return ApplicationAlone.class.hashCode();
  }
}
