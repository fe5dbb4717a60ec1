package comms;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, and the zone in which days and weeks begin ({@code COMMS_ZONE}). */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ZoneId zone(@Value("${comms.zone:UTC}") String zone) {
    return ZoneId.of(zone);
  }
}
