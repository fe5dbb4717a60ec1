package comms.fuzz;

import java.util.Map;

/** A door that only opens to who can prove who it is: a provider's webhook. */
public interface SealedDoor {

  String path();

  /**
   * What is posted, proof included.
   *
   * @param report what the provider reports, each character a byte
   */
  Sealed seal(String report);

  /** A body, each character of it a byte, and the headers that belong to it. */
  record Sealed(String body, Map<String, String> headers) {}
}
