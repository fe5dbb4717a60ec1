package comms.ingestion;

/**
 * Reads an event object that as a whole is no JSON, or is beyond the limits, member by member: what
 * is odd costs the member that it stands in, and where the catalog does not know that, nothing.
 */
final class OddEvent {

  private final EventFields fields;
  private final EventJson json;

  OddEvent(EventFields fields, EventJson json) {
    this.fields = fields;
    this.json = json;
  }

  /**
   * Reads an object whose opening bracket was taken.
   *
   * @throws Refusal when it cannot be cut into members
   */
  void read(Cutter cutter) {
    Members members = new Members(cutter, json);
    while (members.next()) {
      member(members.name(), cutter);
    }
  }

  /** Reads the value of a field of the event, which comes next. */
  void member(String name, Cutter cutter) {
    if (name.equals("properties") && cutter.take('{')) {
      properties(cutter);
      return;
    }
    Slice value = cutter.member();
    if (EventFields.isField(name) && !json.reads(value, p -> fields.field(name, p))) {
      fields.oddField(name);
    }
  }

  private void properties(Cutter cutter) {
    Members properties = new Members(cutter, json);
    while (properties.next()) {
      String name = properties.name();
      Slice value = cutter.member();
      if (!EventFields.isProperty(name)) {
        fields.strip(name);
      } else if (!json.reads(value, p -> fields.property(name, p))) {
        fields.oddProperty(name);
      }
    }
  }
}
