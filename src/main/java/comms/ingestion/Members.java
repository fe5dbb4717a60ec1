package comms.ingestion;

/** Goes through the members of an object that a {@link Cutter} stands in, one after the other. */
final class Members {

  private final Cutter cutter;
  private final EventJson json;
  private String name = "";

  /** For an object whose opening bracket was taken. */
  Members(Cutter cutter, EventJson json) {
    this.cutter = cutter;
    this.json = json;
  }

  /**
   * Goes on to the next member; its value comes next.
   *
   * @throws Refusal when what comes next is no member
   */
  boolean next() {
    while (cutter.take(',') || cutter.take(']')) {
      // One too many does not matter.
    }
    if (cutter.take('}')) {
      return false;
    }
    int sign = cutter.peek();
    if (sign == Cutter.END || sign == '{' || sign == '[') {
      throw cutter.broken();
    }
    name = json.name(cutter.name());
    // Without it the value is odd, or empty.
    cutter.take(':');
    return true;
  }

  String name() {
    return name;
  }
}
