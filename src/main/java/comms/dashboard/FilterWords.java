package comms.dashboard;

import comms.metrics.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a window shows, in words: for the head of an export, an image, the wall. */
record FilterWords(Window window, Formats formats) {

  /** Each choice by its name, in the order of the filter bar. */
  Map<String, String> choices() {
    Filter filter = window.filter();
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put(text("filter.period"), period());
    choices.put(text("filter.interval"), text("interval." + window.interval().wireName()));
    choices.put(text("filter.compare"), text("filter.compare." + filter.comparison().wireName()));
    choices.putAll(values());
    if (filter.fullPeriods()) {
      choices.put(text("filter.full"), text("yes"));
    }
    return choices;
  }

  /** The period and what counts, in one line. */
  String line() {
    String values =
        values().entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(" · "));
    String interval =
        window.interval() == Interval.TOTAL ? "" : " · " + choices().get(text("filter.interval"));
    return period() + interval + (values.isEmpty() ? "" : " · " + values);
  }

  private String period() {
    Days span = window.span();
    String first = formats.date(span.first());
    return span.count() == 1 ? first : first + " – " + formats.date(span.last());
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    window
        .filter()
        .values()
        .forEach(
            (dimension, chosen) -> {
              List<String> words =
                  chosen.stream()
                      .map(value -> RecordWords.word(dimension, value, formats.texts()))
                      .toList();
              values.put(text("record." + dimension.wireName()), String.join(", ", words));
            });
    return values;
  }

  private String text(String key) {
    return formats.texts().text(key);
  }
}
