package comms.dashboard;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import comms.annotations.Annotations;
import comms.demo.DemoData;
import comms.metrics.Freshness;
import comms.metrics.Metrics;
import comms.metrics.Records;
import comms.metrics.Waterfalls;
import comms.security.ApiTokens;
import comms.sentry.OpenIssues;
import comms.sentry.SentryLinks;
import comms.targets.Targets;
import comms.timeline.Arrivals;
import comms.timeline.Contributions;
import comms.timeline.Neighbours;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The dashboards alone, over {@link PlausibleMetrics}, with a user for every role. It is no {@code
 * Configuration}, so that the application's own scan does not come upon it.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@ComponentScan("comms.dashboard")
class DashboardApplication {

  static void main(String[] args) {
    SpringApplication.run(DashboardApplication.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Metrics metrics(Clock clock) {
    return new PlausibleMetrics(clock, ZoneId.of("UTC"));
  }

  @Bean
  Annotations annotations() {
    return new RememberedAnnotations();
  }

  @Bean
  Targets targets() {
    return new RememberedTargets();
  }

  @Bean
  ApiTokens apiTokens() {
    return new ApiTokens(List.of("reports:secret"));
  }

  @Bean
  Freshness freshness(Clock clock) {
    return clock::instant;
  }

  @Bean
  Waterfalls waterfalls() {
    return new PlausibleWaterfalls();
  }

  @Bean
  SentryLinks sentry() {
    return (channels, from, to) -> Optional.of("https://sentry.example/issues/");
  }

  @Bean
  OpenIssues openIssues() {
    return new NoSentry();
  }

  @Bean
  Records records() {
    return new PlausibleRecords();
  }

  @Bean
  OneContract oneContract() {
    return new OneContract();
  }

  @Bean
  Neighbours neighbours(OneContract contract) {
    return contract.neighbours();
  }

  @Bean
  Contributions contributions(OneContract contract) {
    return contract.contributions();
  }

  @Bean
  Arrivals arrivals() {
    return new Arrivals();
  }

  @Bean
  DemoData demoData() {
    return new RememberedDemoData();
  }

  @Bean
  SecurityFilterChain views(HttpSecurity http) throws Exception {
    return http.with(VaadinSecurityConfigurer.vaadin(), v -> v.loginView("/login")).build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("admin").password("{noop}admin").roles("ADMIN").build(),
        User.withUsername("product").password("{noop}product").roles("PRODUCT").build());
  }
}
