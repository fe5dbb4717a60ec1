package comms.ingestion;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps need from the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorLimits.class)
class IngestionConfiguration {

  @Bean
  Pseudonyms pseudonyms(
      @Value("${comms.pseudonym-key:}") String configured,
      @Value("${comms.data-dir:data}") Path dataDirectory) {
    return new Pseudonyms(PseudonymKey.of(configured, dataDirectory));
  }

  @Bean
  @ConditionalOnMissingBean
  IngestKeys ingestKeys(@Value("${comms.ingest-keys:}") List<String> keys) {
    return keys::contains;
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
