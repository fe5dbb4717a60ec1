package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Others;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.Waterfall;
import comms.sentry.SentryLinks;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the figures of one channel of a waterfall lead.
 *
 * @param key the channel, empty for all of them
 * @param back the address of the view
 */
record WaterfallLinks(
    Waterfall.Question question, Map<Dimension, String> key, String back, SentryLinks sentry) {

  RecordsLink part(Part part) {
    return link(Metric.DELIVERY_FAILURES, Stat.VALUE, key, part);
  }

  RecordsLink dropped() {
    return link(Metric.DELIVERY_DROPS, Stat.VALUE, key, Part.COUNTED);
  }

  RecordsLink attempts() {
    return link(Metric.DELIVERY_FAILURES, Stat.ATTEMPTS, key, Part.COUNTED);
  }

  /** Attempts with that error code, or notifications dropped for that reason. */
  RecordsLink by(Dimension dimension, String value) {
    Map<Dimension, String> all = new EnumMap<>(Dimension.class);
    all.putAll(key);
    all.put(dimension, value);
    return dimension == Dimension.ERROR_CODE
        ? link(Metric.DELIVERY_FAILURES, Stat.ATTEMPTS, all, Part.COUNTED)
        : link(Metric.DELIVERY_DROPS, Stat.VALUE, all, Part.COUNTED);
  }

  private RecordsLink link(Metric metric, Stat stat, Map<Dimension, String> of, Part part) {
    return RecordsLink.of(new RecordsQuery(question.to(metric), stat, of, part), back);
  }

  /** Whether the channel stands for all that are not told apart, so that nothing leads to them. */
  boolean ofOthers() {
    return Others.in(key);
  }

  /** The issues of the same channel and period; none without a Sentry. */
  Optional<Anchor> sentry(Pen pen) {
    if (ofOthers()) {
      return Optional.empty();
    }
    Set<String> channels =
        key.isEmpty()
            ? question.filters().getOrDefault(Dimension.CHANNEL, Set.of())
            : Set.copyOf(key.values());
    return sentry
        .issues(channels, question.range().from(), question.range().to())
        .map(
            address -> {
              Anchor link = new Anchor(address, pen.text("sentry.issues"), AnchorTarget.BLANK);
              link.addClassName("sentry-link");
              link.getElement().setAttribute("rel", "noopener noreferrer");
              return link;
            });
  }
}
