package comms.metrics.clickhouse;

import static comms.catalog.EventName.NOTIFICATION_DELIVERY_FAILED;
import static comms.catalog.EventName.NOTIFICATION_DELIVERY_SCHEDULED;
import static comms.catalog.EventName.NOTIFICATION_DROPPED;
import static comms.ingestion.AnEvent.anEvent;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.AnEvent;

/** Events of notifications, as the tests of their metrics need them. */
final class Notifications {

  private Notifications() {}

  static AnEvent scheduled(String id, String channel, String template, String at) {
    return event(NOTIFICATION_DELIVERY_SCHEDULED, id, channel, at).of(Property.TEMPLATE, template);
  }

  static AnEvent failed(String id, String channel, long retry, String code, String at) {
    return event(NOTIFICATION_DELIVERY_FAILED, id, channel, at)
        .of(Property.RETRY_COUNT, retry)
        .of(Property.ERROR_CODE, code);
  }

  static AnEvent dropped(String id, String channel, String reason, String at) {
    return event(NOTIFICATION_DROPPED, id, channel, at).of(Property.DROP_REASON, reason);
  }

  private static AnEvent event(EventName name, String id, String channel, String at) {
    return anEvent(name)
        .of(Property.NOTIFICATION_ID, id)
        .of(Property.CHANNEL, channel)
        .of(Property.CONTRACT_ID, "c1")
        .at(at);
  }
}
