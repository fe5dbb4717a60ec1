package comms.dashboard;

import comms.demo.DemoData;

/** Demo data that is nothing but the fact that it is there. */
class RememberedDemoData implements DemoData {

  private volatile boolean present = true;

  @Override
  public boolean storeIsEmpty() {
    return !present();
  }

  @Override
  public boolean present() {
    return present;
  }

  @Override
  public void load() {
    present = true;
  }

  @Override
  public void remove() {
    present = false;
  }
}
