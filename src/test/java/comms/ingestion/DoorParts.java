package comms.ingestion;

import comms.security.ProjectKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The steps of the door with a journal in memory, for tests of what is in front over HTTP. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorLimits.class)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@Import({
  EventJson.class,
  SentJson.class,
  CaptureReader.class,
  UnfitValues.class,
  QuarantinedContent.class,
  Inspection.class,
  KeyRates.class,
  IntakeMeters.class,
  Reception.class,
  FileImport.class
})
public class DoorParts {

  public static final String KEY = "phc_test";

  @Bean
  KeptInMemory journal() {
    return new KeptInMemory();
  }

  /** Nothing is ever read back from behind the door. */
  @Bean
  Quarantine quarantine() {
    return new QuarantineInMemory();
  }

  @Bean
  ProjectKeys projectKeys() {
    return new ProjectKeys(List.of(KEY, "phc_other", "phc_key"));
  }

  @Bean
  Pseudonyms pseudonyms() {
    return new Pseudonyms(new byte[] {1, 2, 3});
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
