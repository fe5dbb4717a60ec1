package comms.sentry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks Sentry every minute, where one is configured, so that it is known whether it answers before
 * somebody looks at its issues.
 */
@Component
class SentryWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SentryWatch.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SentryOpenIssues issues;
  private volatile @Nullable Thread thread;

  SentryWatch(SentryOpenIssues issues) {
    this.issues = issues;
  }

  @Override
  public void start() {
    if (issues.configured()) {
      // Known before it runs, since it goes on for as long as it is the one that is known.
      Thread watch = Thread.ofVirtual().name("sentry").unstarted(this::run);
      thread = watch;
      watch.start();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      while (thread == Thread.currentThread()) {
        ask();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      log.debug("The watch is told to end", e);
    }
  }

  private void ask() {
    try {
      issues.refresh();
    } catch (SentrySilent e) {
      log.warn("{}", e.getMessage());
    }
  }
}
