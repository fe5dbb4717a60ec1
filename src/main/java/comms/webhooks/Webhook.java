package comms.webhooks;

import comms.ingestion.Refusal;

/** One provider's way of reporting. */
interface Webhook {

  Provider provider();

  /** Whether it can tell the provider from others, so that it may be open. */
  boolean configured();

  /**
   * Verifies a request and reads it.
   *
   * @throws Refusal when it does not come from the provider, or cannot be read
   */
  Reading read(Post post);
}
