package comms.dashboard;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import comms.metrics.RecordColumn;
import comms.timeline.Subject;
import java.util.Optional;

/** The address of the timeline of something. */
record TimelineLink(Subject subject, String id) {

  static final String ID = "id";

  /** Ids that a path can hold; containers refuse others, such as those with a slash. */
  private static final String PLAIN = "(?!\\.+$)[\\w.~-]+";

  /** Where the ids of disputes are parameters; the path without it is the dispute desk. */
  static final String DISPUTES = "disputes/timeline";

  /** The id in the path where that can hold it, else in a parameter. */
  String href() {
    String path = subject == Subject.DISPUTE ? DISPUTES : subject.path();
    boolean plain = id.matches(PLAIN) && !DISPUTES.equals(subject.path() + "/" + id);
    return plain
        ? subject.path() + "/" + id
        : new Location(path, QueryParameters.of(ID, id)).getPathWithQueryParameters();
  }

  /** The timeline that a value of that column leads to, if it leads to one. */
  static Optional<TimelineLink> of(RecordColumn column, String value) {
    return value.isEmpty()
        ? Optional.empty()
        : subject(column.wireName()).map(subject -> new TimelineLink(subject, value));
  }

  /** The subject whose ids a property or column of that name holds. */
  static Optional<Subject> subject(String name) {
    return switch (name) {
      case "contract_id" -> Optional.of(Subject.CONTRACT);
      case "thread_id" -> Optional.of(Subject.THREAD);
      case "dispute_id" -> Optional.of(Subject.DISPUTE);
      case "notification_id" -> Optional.of(Subject.NOTIFICATION);
      default -> Optional.empty();
    };
  }
}
