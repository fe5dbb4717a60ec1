package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import comms.timeline.Lookup.Found;
import comms.timeline.Subject;
import java.util.List;
import java.util.Optional;

/** Everything that has an id, each with the way to its timeline; or that nothing has it. */
class FoundList extends Div {

  private static final long serialVersionUID = 1L;

  FoundList(String id, List<Found> hits, Formats formats) {
    if (hits.isEmpty()) {
      add(new Paragraph(getTranslation("explore.none", id)));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("hits");
    hits.forEach(hit -> list.add(item(hit, formats)));
    add(list);
  }

  private ListItem item(Found hit, Formats formats) {
    Span when =
        new Span(
            getTranslation(
                "explore.events",
                formats.number(hit.events(), 0),
                formats.moment(hit.first()),
                formats.moment(hit.last())));
    when.addClassName("sample");
    return new ListItem(name(hit), when);
  }

  /** A message has no timeline of its own; its thread's, or else its contract's, has its events. */
  private Component name(Found hit) {
    String name = getTranslation("subject." + hit.kind().wireName(), hit.id());
    Optional<TimelineLink> own = hit.kind().subject().map(s -> new TimelineLink(s, hit.id()));
    Optional<TimelineLink> home =
        hit.threadId().isEmpty()
            ? Optional.of(hit.contractId())
                .filter(contract -> !contract.isEmpty())
                .map(contract -> new TimelineLink(Subject.CONTRACT, contract))
            : Optional.of(new TimelineLink(Subject.THREAD, hit.threadId()));
    return own.<Component>map(link -> new Anchor(link.href(), name))
        .or(() -> home.map(link -> new Div(new Span(name + " — "), in(link))))
        .orElseGet(() -> new Span(name));
  }

  private Anchor in(TimelineLink home) {
    String subject = "subject." + home.subject().wireName();
    return new Anchor(home.href(), getTranslation(subject, home.id()));
  }
}
