package comms.dashboard;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.EventName;
import comms.catalog.Property;

/** What an event means, and the properties that it may carry. */
class CatalogEvent extends Article {

  private static final long serialVersionUID = 1L;

  CatalogEvent(EventName event) {
    addClassNames("card", "definition");
    UnorderedList properties = new UnorderedList();
    event.required().forEach(property -> properties.add(item(property, true)));
    event.properties().stream()
        .filter(property -> !event.required().contains(property))
        .forEach(property -> properties.add(item(property, false)));
    add(
        new Header(new H3(new Code(event.wireName()))),
        new Paragraph(getTranslation("event." + event.wireName())),
        properties);
  }

  private ListItem item(Property property, boolean required) {
    ListItem item = new ListItem(new Code(property.wireName()));
    if (required) {
      Span word = new Span(getTranslation("catalog.required"));
      word.addClassName("required");
      item.add(word);
    }
    if (!property.allowed().isEmpty()) {
      Span values = new Span(String.join(", ", property.allowed()));
      values.addClassName("sample");
      item.add(values);
    }
    return item;
  }
}
