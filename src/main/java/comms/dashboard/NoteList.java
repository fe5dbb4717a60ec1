package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What the letters in a chart stand for. */
class NoteList extends Div {

  private static final long serialVersionUID = 1L;

  NoteList(List<Picture.Note> notes, String name) {
    addClassName("chart-notes");
    UnorderedList list = new UnorderedList();
    list.getElement().setAttribute("aria-label", name);
    notes.forEach(note -> list.add(item(note)));
    add(list);
  }

  private static ListItem item(Picture.Note note) {
    return new ListItem(
        new Words("letter", note.letter()), new Words("when", note.when()), new Span(note.text()));
  }
}
