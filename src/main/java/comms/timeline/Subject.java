package comms.timeline;

import comms.security.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a timeline is about. */
public enum Subject {
  CONTRACT,
  THREAD,
  DISPUTE,
  NOTIFICATION;

  /** The subject whose timelines lie under that part of an address, if there is one. */
  public static Optional<Subject> under(String path) {
    return Arrays.stream(values()).filter(subject -> subject.path().equals(path)).findFirst();
  }

  /** What it takes to see its timelines. */
  public Permission permission() {
    return switch (this) {
      case CONTRACT -> Permission.CONTRACT_TIMELINES;
      case THREAD -> Permission.THREAD_TIMELINES;
      case DISPUTE -> Permission.DISPUTE_TIMELINES;
      case NOTIFICATION -> Permission.NOTIFICATION_TIMELINES;
    };
  }

  /** The name in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part of an address under which its timelines lie, for example {@code contracts}. */
  public String path() {
    return wireName() + "s";
  }
}
