package comms.dashboard;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import comms.security.ApiTokens;

/** Who may ask the API; the tokens themselves are nowhere to be read. */
class TokenList extends Article {

  private static final long serialVersionUID = 1L;

  TokenList(ApiTokens tokens) {
    addClassNames("card", "settings-card");
    add(
        new Header(new H2(getTranslation("settings.tokens"))),
        new Paragraph(getTranslation("settings.tokens.help")));
    if (tokens.holders().isEmpty()) {
      add(new Paragraph(getTranslation("settings.tokens.none")));
    } else {
      UnorderedList list = new UnorderedList();
      tokens.holders().forEach(holder -> list.add(new ListItem(holder.words())));
      add(list);
    }
  }
}
