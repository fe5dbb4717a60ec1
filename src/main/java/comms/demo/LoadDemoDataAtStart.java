package comms.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Fills an empty store at the start where {@code COMMS_DEMO} is true; ready comes after it. */
@Component
@ConditionalOnBooleanProperty("comms.demo")
class LoadDemoDataAtStart implements ApplicationRunner {

  private final DemoData demoData;

  LoadDemoDataAtStart(DemoData demoData) {
    this.demoData = demoData;
  }

  @Override
  public void run(ApplicationArguments args) {
    if (demoData.storeIsEmpty()) {
      demoData.load();
    }
  }
}
