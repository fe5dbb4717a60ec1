package comms.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What time it is for the dashboards: the clock and the zone in which days begin and end. */
@Component
class DashboardTime {

  private final Clock clock;
  private final ZoneId zone;

  @Autowired
  DashboardTime(ObjectProvider<Clock> clock, @Value("${comms.zone:UTC}") ZoneId zone) {
    this(clock.getIfAvailable(Clock::systemUTC), zone);
  }

  DashboardTime(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), zone);
  }

  ZoneId zone() {
    return zone;
  }
}
