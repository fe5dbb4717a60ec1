package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H5;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import comms.dashboard.Reasons.Reason;
import comms.dashboard.Reasons.Template;
import java.util.List;
import java.util.function.Function;

/**
 * {@link Reasons} as ranked lists, one for each channel: the share of its channel, the change, the
 * templates a click away. Everything counted leads to its records.
 */
class ReasonLists extends Div implements Drillable {

  private static final long serialVersionUID = 1L;

  /** Senders may name any number of reasons; a reader wants the first few. */
  private static final int SHOWN = 8;

  private final transient Reasons reasons;
  private final transient Pen pen;
  private final String vocabulary;
  private final MarkLinks links = new MarkLinks();

  /**
   * @param vocabulary the name of the dimension whose values the reasons are
   */
  ReasonLists(Reasons reasons, String vocabulary, Pen pen) {
    this.reasons = reasons;
    this.vocabulary = vocabulary;
    this.pen = pen;
    addClassName("reasons");
    if (reasons.isEmpty()) {
      add(new Paragraph(pen.text("delivery.none")));
    }
    reasons.grownMost().map(this::grown).ifPresent(this::add);
    Div channels = new Div();
    channels.addClassName("reason-channels");
    reasons.byChannel().forEach(one -> channels.add(list(one.getKey(), one.getValue())));
    add(channels);
  }

  private Paragraph grown(Reason reason) {
    String name = word(reason) + " · " + pen.texts().value("channel", reason.channel());
    Paragraph grown = new Paragraph(new Span(pen.text("reasons.grown") + " "));
    grown.addClassName("reason-grown");
    grown.add(links.add(name, reason.mark()), new ChangeNote(reason.count(), reason.before(), pen));
    return grown;
  }

  private Div list(String channel, List<Reason> ofChannel) {
    double sum = Reasons.sum(ofChannel);
    String title =
        pen.text(
            "reasons.channel", pen.texts().value("channel", channel), pen.formats().number(sum, 0));
    Div list = new Div(new H5(title), items(ofChannel.stream().limit(SHOWN).toList(), sum));
    List<Reason> others = ofChannel.stream().skip(SHOWN).toList();
    if (!others.isEmpty()) {
      list.add(new NativeDetails(pen.text("reasons.others", others.size()), items(others, sum)));
    }
    return list;
  }

  private OrderedList items(List<Reason> some, double sum) {
    OrderedList list = new OrderedList();
    list.addClassName("bars");
    some.forEach(reason -> list.add(item(reason, sum)));
    return list;
  }

  private ListItem item(Reason reason, double sum) {
    Anchor name = links.add(word(reason), reason.mark());
    name.addClassName("bar-name");
    Div figures = new Div(new Words("bar-count", pen.formats().number(reason.count(), 0)));
    figures.add(new Words("bar-share", pen.formats().percent(reason.count() / sum, 1)));
    figures.addClassName("bar-figures");
    if (reasons.compared()) {
      figures.add(new ChangeNote(reason.count(), reason.before(), pen));
    }
    Div length = new Div();
    length.addClassName("bar-length");
    length.getStyle().set("--share", Double.toString(reason.count() / reasons.greatest()));
    return new ListItem(name, figures, length, templates(reason));
  }

  private NativeDetails templates(Reason reason) {
    UnorderedList list = new UnorderedList();
    for (Template template : reason.templates()) {
      Anchor name = links.add(pen.texts().value("template", template.name()), template.mark());
      String share = pen.formats().percent(template.count() / reason.count(), 1);
      Div figures = new Div(new Words("bar-count", pen.formats().number(template.count(), 0)));
      figures.add(new Words("bar-share", share));
      figures.addClassName("bar-figures");
      list.add(new ListItem(name, figures));
    }
    Span summary = new Span(pen.text("reasons.templates"));
    summary.add(new Words("for-screen-readers", " " + word(reason)));
    NativeDetails details = new NativeDetails(summary, list);
    details.addClassName("reason-templates");
    return details;
  }

  private String word(Reason reason) {
    return pen.texts().value(vocabulary, reason.name());
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    links.lead(link);
  }
}
