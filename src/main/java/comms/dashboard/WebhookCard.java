package comms.dashboard;

import com.vaadin.flow.component.html.Paragraph;
import comms.ingestion.WebhookSources;
import comms.ingestion.WebhookState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came through each webhook of this node, a row for each. */
final class WebhookCard extends SourceCard {

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

  WebhookCard(WebhookSources webhooks, DashboardTime time) {
    super("webhook", COLUMNS, time);
    this.webhooks = webhooks;
    setId("webhooks");
    addComponentAtIndex(1, new Paragraph(getTranslation("webhook.help")));
  }

  @Override
  List<List<String>> rows(Formats formats) {
    return webhooks.states().stream().map(state -> row(state, formats)).toList();
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
}
