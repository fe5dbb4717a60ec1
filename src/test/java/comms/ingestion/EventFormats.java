package comms.ingestion;

import tools.jackson.databind.json.JsonMapper;

/** Makes the format of events for tests of other packages. */
public final class EventFormats {

  private EventFormats() {}

  public static EventFormat with(JsonMapper json) {
    return new EventFormat(json);
  }
}
