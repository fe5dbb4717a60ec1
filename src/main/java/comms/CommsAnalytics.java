package comms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that takes events in, stores them and shows their metrics. */
@SpringBootApplication
public class CommsAnalytics {

  public static void main(String[] args) {
    SpringApplication.run(CommsAnalytics.class, args);
  }
}
