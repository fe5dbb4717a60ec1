package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import comms.dashboard.PictureTable.Cell;
import comms.ingestion.WebhookSources;
import comms.ingestion.WebhookState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came through each webhook of this node, a row for each; it follows the page's polling. */
final class WebhookCard extends Article {

  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "source",
          "state",
          "last-success",
          "accepted",
          "quarantined",
          "ignored",
          "refused",
          "last-failure");

  private final transient WebhookSources webhooks;
  private final transient DashboardTime time;
  private final Div content = new Div();
  private transient @Nullable List<List<String>> shown;
  private @Nullable Registration polling;

  WebhookCard(WebhookSources webhooks, DashboardTime time) {
    this.webhooks = webhooks;
    this.time = time;
    addClassName("card");
    setId("webhooks");
    add(
        new Header(new H3(getTranslation("webhook.title"))),
        new Paragraph(getTranslation("webhook.help")),
        content);
  }

  private void reload() {
    Formats formats = new Formats(Texts.current(), time.zone());
    List<List<String>> rows = webhooks.states().stream().map(state -> row(state, formats)).toList();
    if (!rows.equals(shown)) {
      content.removeAll();
      content.add(
          new PictureTable(
              getTranslation("webhook.title"),
              COLUMNS.stream().map(column -> getTranslation("webhook." + column)).toList(),
              rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList()));
      shown = rows;
    }
  }

  private static List<String> row(WebhookState state, Formats formats) {
    Texts texts = formats.texts();
    return List.of(
        texts.text("webhook.source." + state.name()),
        texts.text(state.configured() ? "webhook.open" : "webhook.closed"),
        state.lastSuccess().map(formats::dateTime).orElse(Formats.NOTHING),
        formats.number(state.accepted(), 0),
        formats.number(state.quarantined(), 0),
        ignored(state, formats),
        formats.number(state.refused() + state.postponed(), 0),
        state
            .lastFailure()
            .map(
                failure ->
                    texts.text(
                        "webhook.failed-at", failure.message(), formats.dateTime(failure.at())))
            .orElse(Formats.NOTHING));
  }

  private static String ignored(WebhookState state, Formats formats) {
    String all = formats.number(state.ignoredInAll(), 0);
    String types =
        state.ignored().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(type -> type.getKey() + " " + formats.number(type.getValue(), 0))
            .collect(Collectors.joining(", "));
    return types.isEmpty() ? all : formats.texts().text("webhook.ignored-by", all, types);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    reload();
    polling = event.getUI().addPollListener(_ -> reload());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }
}
