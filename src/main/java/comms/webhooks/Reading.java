package comms.webhooks;

import comms.ingestion.RawEvent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a verified request says.
 *
 * @param ignored the sender's words for reports that are no failure
 * @param once what must not come a second time with something else, once this is kept
 * @param content a digest of what comes with it
 */
record Reading(List<RawEvent> events, List<String> ignored, Optional<String> once, String content) {

  /** Collects what a request says. */
  static final class Collector {

    private final List<RawEvent> events = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    /** Adds a report, or the word of one that does not matter here; without a word it is none. */
    void add(Optional<Report> report, String type) {
      if (type.isEmpty()) {
        unreadable();
      } else {
        report.ifPresentOrElse(this::add, () -> ignore(type));
      }
    }

    void add(Report report) {
      add(report.event());
    }

    void add(RawEvent event) {
      events.add(event);
    }

    /** Adds the word of something that is no failure. */
    void ignore(String type) {
      ignored.add(type);
    }

    void unreadable() {
      events.add(RawEvent.unreadable());
    }

    Reading reading() {
      return new Reading(events, ignored, Optional.empty(), "");
    }

    Reading readOnce(String once, byte[] content) {
      return new Reading(events, ignored, Optional.of(once), HexFormat.of().formatHex(content));
    }
  }
}
