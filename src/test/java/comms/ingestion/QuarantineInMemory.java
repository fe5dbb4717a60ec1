package comms.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A quarantine that a test fills. */
public class QuarantineInMemory implements Quarantine {

  private final List<Item> items = new ArrayList<>();

  void put(QuarantinedEvent event, String content) {
    items.add(
        new Item(
            event.id(),
            event.receivedAt(),
            event.request(),
            event.event(),
            event.reason().wireName(),
            event.property(),
            content));
  }

  @Override
  public Page list(String reason, String event, int limit, int offset) {
    List<Item> matching = matching(reason, event);
    return new Page(matching.size(), matching.stream().skip(offset).limit(limit).toList());
  }

  @Override
  public List<Item> before(Item item, String reason, String event, int limit) {
    return after(item, reason, event, limit);
  }

  @Override
  public Optional<Item> find(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  @Override
  public List<Item> oldest(String reason, String event, int limit) {
    return matching(reason, event).stream().limit(limit).toList();
  }

  @Override
  public List<Item> after(Item item, String reason, String event, int limit) {
    return matching(reason, event).stream().skip(items.indexOf(item) + 1L).limit(limit).toList();
  }

  @Override
  public List<Group> groups() {
    return List.of();
  }

  private List<Item> matching(String reason, String event) {
    return items.stream()
        .filter(item -> reason.isEmpty() || item.reason().equals(reason))
        .filter(item -> event.isEmpty() || item.event().equals(event))
        .toList();
  }
}
