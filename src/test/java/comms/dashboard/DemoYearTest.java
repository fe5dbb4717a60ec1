package comms.dashboard;

import comms.clickhouse.WithStore;
import comms.demo.DemoData;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the tests of a filled application share: its views over a year of demo data, made once for
 * all of them that run in one JVM. None of them may count on what the others leave alone.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore(fresh = true)
abstract class DemoYearTest {

  @LocalServerPort protected int port;
  @Autowired private DemoData demoData;

  @BeforeEach
  void loadOnce() {
    if (!demoData.present()) {
      demoData.load();
    }
  }
}
