package comms.dashboard;

import comms.catalog.Dimension;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many values a card shows as one, since senders may make up any number of them. */
record OthersNote(Map<Dimension, Long> others, Formats formats) {

  /** A sentence; empty where every value is shown. */
  Optional<String> text() {
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Texts texts = formats.texts();
    String counts =
        others.entrySet().stream()
            .map(
                one ->
                    texts.text(
                        "others.of",
                        texts.text("record." + one.getKey().wireName()),
                        formats.number(one.getValue(), 0)))
            .collect(Collectors.joining(", "));
    return Optional.of(texts.text("others", texts.text("value.all-others"), counts));
  }
}
