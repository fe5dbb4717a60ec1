package comms.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import comms.catalog.Dimension;
import comms.metrics.Others;
import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Steps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery waterfall as the API sends it: first over all, then each channel, and where there are
 * more than are told apart, the others as one.
 */
record WaterfallAnswer(
    String zone,
    Instant from,
    Instant to,
    @JsonProperty("fresh_until") Instant freshUntil,
    List<Channel> channels,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> unmatched) {

  /**
   * One of them.
   *
   * @param others whether these are all channels that are not told apart
   */
  record Channel(
      @Nullable String channel,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean others,
      Notifications notifications,
      Attempts attempts) {

    static Channel of(@Nullable String channel, Steps steps) {
      return new Channel(
          channel == null ? null : Others.named(channel),
          channel != null && Others.is(channel),
          Notifications.of(steps),
          Attempts.of(steps));
    }
  }

  record Notifications(
      long scheduled,
      @JsonProperty("failed_only") long failedOnly,
      @JsonProperty("dropped_only") long droppedOnly,
      @JsonProperty("failed_and_dropped") long failedAndDropped,
      long untroubled,
      long failed,
      @JsonProperty("failed_unscheduled") long failedUnscheduled,
      long dropped,
      @JsonProperty("dropped_unscheduled") long droppedUnscheduled,
      @JsonProperty("dropped_by_reason") Map<String, Long> droppedByReason,
      @JsonProperty("dropped_by_other_reasons") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          long droppedByOtherReasons) {

    static Notifications of(Steps steps) {
      return new Notifications(
          steps.scheduled(),
          steps.failedOnly(),
          steps.droppedOnly(),
          steps.failedAndDropped(),
          steps.untroubled(),
          steps.failed(),
          steps.failedUnscheduled(),
          steps.dropped(),
          steps.droppedUnscheduled(),
          told(steps.droppedByReason()),
          steps.droppedByReason().getOrDefault(Others.VALUE, 0L));
    }
  }

  record Attempts(
      long failed,
      @JsonProperty("by_error_code") Map<String, Long> byErrorCode,
      @JsonProperty("by_other_error_codes") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          long byOtherErrorCodes) {

    static Attempts of(Steps steps) {
      return new Attempts(
          steps.attempts(),
          told(steps.attemptsByCode()),
          steps.attemptsByCode().getOrDefault(Others.VALUE, 0L));
    }
  }

  private static Map<String, Long> told(Map<String, Long> counts) {
    Map<String, Long> told = new TreeMap<>(counts);
    told.remove(Others.VALUE);
    return told;
  }

  /**
   * @param unmatched the values of filters that nothing in the period has
   */
  static WaterfallAnswer of(
      Waterfall waterfall, ZoneId zone, Map<Dimension, Set<String>> unmatched) {
    return new WaterfallAnswer(
        zone.getId(),
        waterfall.range().from(),
        waterfall.range().to(),
        waterfall.freshUntil(),
        Stream.concat(
                Stream.of(Channel.of(null, waterfall.whole())),
                waterfall.channels().entrySet().stream()
                    .map(channel -> Channel.of(channel.getKey(), channel.getValue())))
            .toList(),
        MetricAnswer.values(unmatched));
  }
}
