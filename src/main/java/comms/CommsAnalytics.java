package comms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that takes events in, stores them and shows their metrics. */
@SpringBootApplication
public class CommsAnalytics {

  /**
   * Threads that carry virtual ones. Who works something out, such as a large answer, holds its
   * carrier all the while; with only one for each processor, a few of these would keep senders out.
   */
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  public static void main(String[] args) {
    if (System.getProperty(CARRIERS) == null) {
      int processors = Runtime.getRuntime().availableProcessors();
      System.setProperty(CARRIERS, Integer.toString(Math.max(16, 2 * processors)));
    }
    SpringApplication.run(CommsAnalytics.class, args);
  }
}
