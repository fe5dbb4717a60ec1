package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.timeline.Contributions.Contribution;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The figures that something contributed to, each a link to the records of that day. */
class ContributionList extends Section {

  private static final long serialVersionUID = 1L;

  ContributionList(List<Contribution> contributions, TimelineLink from, Formats formats) {
    addClassName("card");
    add(new H2(getTranslation("timeline.figures")));
    if (contributions.isEmpty()) {
      add(new Paragraph(getTranslation("timeline.figures.none")));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("contributions");
    contributions.forEach(c -> list.add(item(c, from, formats)));
    add(list);
  }

  private ListItem item(Contribution contribution, TimelineLink from, Formats formats) {
    RecordsQuery query = query(contribution, formats);
    String metric = getTranslation("metric." + contribution.metric().id());
    Span what = new Span(what(contribution, query, formats));
    what.addClassName("sample");
    return new ListItem(new Anchor(RecordsLink.of(query, from.href()).href(), metric), what);
  }

  private String what(Contribution contribution, RecordsQuery query, Formats formats) {
    String kind = new RecordWords(query, formats).kind();
    String day = formats.range(query.figure().range());
    String times = contribution.times() > 1 ? " × " + formats.number(contribution.times(), 0) : "";
    Double value = contribution.value();
    String own =
        value == null ? "" : " (" + formats.contribution(value, contribution.metric().unit()) + ")";
    return kind + times + own + ", " + day;
  }

  private static RecordsQuery query(Contribution contribution, Formats formats) {
    LocalDate day = LocalDate.ofInstant(contribution.at(), formats.zone());
    Metric metric = contribution.metric();
    Map<Dimension, String> key =
        contribution.by().isEmpty()
            ? Map.of()
            : Map.of(metric.breakdowns().getFirst(), contribution.by());
    return new RecordsQuery(
        MetricQuery.of(metric, new Days(day, day).in(formats.zone()), Interval.TOTAL),
        contribution.stat(),
        key,
        contribution.counted() ? Part.COUNTED : Part.ALL);
  }
}
