package comms.catalog;

/** What metrics and records are about; roles and views are told apart by it. */
public enum Area {
  /** Contracts and the chats around them. */
  CONVERSATIONS,
  /** Disputes, their outcomes and what was thought of them. */
  DISPUTES,
  /** Notifications and the connections over which messages go. */
  DELIVERY
}
