package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import comms.timeline.Neighbours.Neighbour;
import comms.timeline.Subject;
import java.util.List;

/** What lies around something, kind by kind, each a link to its timeline. */
class NeighbourList extends Section {

  private static final long serialVersionUID = 1L;

  NeighbourList(List<Neighbour> neighbours, Formats formats) {
    addClassName("card");
    add(new H2(getTranslation("timeline.neighbours")));
    if (neighbours.isEmpty()) {
      add(new Paragraph(getTranslation("timeline.neighbours.none")));
    }
    for (Subject subject : Subject.values()) {
      List<Neighbour> ofKind = neighbours.stream().filter(n -> n.subject() == subject).toList();
      if (!ofKind.isEmpty()) {
        add(group(subject, ofKind, formats));
      }
    }
  }

  private Div group(Subject subject, List<Neighbour> neighbours, Formats formats) {
    long all = neighbours.getFirst().ofKind();
    String name = getTranslation("subjects." + subject.wireName());
    UnorderedList list = new UnorderedList();
    neighbours.forEach(
        n -> list.add(new ListItem(new Anchor(new TimelineLink(subject, n.id()).href(), n.id()))));
    Div group = new Div(new H3(name + ": " + formats.number(all, 0)), list);
    group.addClassName("neighbours");
    if (all > neighbours.size()) {
      String rest = formats.number(all - neighbours.size(), 0);
      group.add(new Paragraph(getTranslation("timeline.neighbours.more", rest)));
    }
    return group;
  }
}
