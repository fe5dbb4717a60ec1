package comms.ingestion.clickhouse;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets one write after the other at the store; the demo data and its removal are writes too. */
@Component
class StoreLock {

  private final ReentrantLock lock = new ReentrantLock(true);

  void during(Runnable write) {
    lock.lock();
    try {
      write.run();
    } finally {
      lock.unlock();
    }
  }
}
