package comms.dashboard;

import java.util.function.Function;

/** Shows figures, each of which can lead to the records behind it. */
interface Drillable {

  /** Makes every figure lead where the function says. */
  void lead(Function<Mark, RecordsLink> link);
}
