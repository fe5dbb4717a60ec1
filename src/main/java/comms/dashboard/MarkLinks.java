package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Links to the records behind figures, which are told later where they lead. */
class MarkLinks implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Map<Anchor, Mark> marks = new LinkedHashMap<>();

  /** Another link, to the records of that figure. */
  Anchor add(String text, Mark mark) {
    Anchor link = new Anchor();
    link.setText(text);
    marks.put(link, mark);
    return link;
  }

  void lead(Function<Mark, RecordsLink> link) {
    marks.forEach(
        (anchor, mark) -> {
          if (!mark.ofOthers()) {
            anchor.setHref(link.apply(mark).href());
          }
        });
  }
}
