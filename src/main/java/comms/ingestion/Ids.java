package comms.ingestion;

import comms.catalog.Spelling;
import org.springframework.stereotype.Component;

/**
 * Ids as whoever looks for them writes them, and as they are stored: whatever the doors do to the
 * id of a contract, thread, message, dispute or notification is done here too.
 */
@Component
public class Ids {

  /** The id as events carry it; empty where it is a word that stands for nobody. */
  public String stored(String asked) {
    return Spelling.id(asked).orElse("");
  }
}
