package comms.webhooks;

import comms.ingestion.Refusal;

/** The only way out of here: asks Amazon SNS for something small. */
interface SnsHttp {

  /**
   * What the address answers.
   *
   * @throws Refusal when it does not answer with 200 in time; the message then has to come again
   */
  byte[] get(SnsAddress address);
}
