package comms.ingestion;

import java.util.List;

/** How the webhooks of this node do, one for each kind of sender. */
public interface WebhookSources {

  /** The states since the start of this node. */
  List<WebhookState> states();
}
