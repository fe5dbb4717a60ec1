package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import comms.disputes.Dispute;
import comms.timeline.Subject;
import java.time.Instant;
import java.util.List;

/** A few disputes, each with its countdown, what it is about, and where it leads. */
class NextDisputes extends Section {

  private static final long serialVersionUID = 1L;

  NextDisputes(
      String title,
      String none,
      List<Dispute> disputes,
      Instant at,
      DisputeWords words,
      Runnable breached) {
    addClassName("next");
    H3 heading = new H3(title);
    add(heading);
    if (disputes.isEmpty()) {
      add(new Paragraph(none));
      return;
    }
    OrderedList list = new OrderedList();
    disputes.forEach(dispute -> list.add(item(dispute, at, words, breached)));
    add(list);
  }

  private ListItem item(Dispute dispute, Instant at, DisputeWords words, Runnable breached) {
    Div links = new Div(link(Subject.DISPUTE, dispute.disputeId()));
    if (!dispute.contractId().isEmpty()) {
      links.add(link(Subject.CONTRACT, dispute.contractId()));
    }
    links.addClassName("next-links");
    Span line = new Span(words.line(dispute));
    line.addClassName("next-words");
    Span age = new Span(getTranslation("desk.open-for", words.age(dispute)));
    age.addClassName("next-words");
    Div what = new Div(links, line, age);
    what.addClassName("next-what");
    return new ListItem(countdown(dispute, at, words, breached), what);
  }

  private static Component countdown(
      Dispute dispute, Instant at, DisputeWords words, Runnable breached) {
    return DisputeWords.deadline(dispute, at)
        .<Component>map(
            deadline -> {
              Countdown countdown = new Countdown(deadline);
              countdown.addBreachListener(_ -> breached.run());
              return countdown;
            })
        .orElseGet(() -> new Span(words.instead(dispute)));
  }

  private Anchor link(Subject subject, String id) {
    return new Anchor(
        new TimelineLink(subject, id).href(), getTranslation("subject." + subject.wireName(), id));
  }
}
