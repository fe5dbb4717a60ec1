package comms.ingestion;

import comms.security.SecretFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps need from the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorLimits.class)
class IngestionConfiguration {

  @Bean
  Pseudonyms pseudonyms(@Value("${comms.pseudonym-key:}") String configured, SecretFiles secrets) {
    return new Pseudonyms(PseudonymKey.of(configured, secrets));
  }
}
