package comms.dashboard;

import comms.sentry.SentrySource;
import comms.sentry.SentryState;
import java.util.List;

/** Whether Sentry answers this node. */
final class SentryCard extends SourceCard {

  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of("address", "state", "last-success", "age", "failures", "last-failure");

  private final transient SentrySource sentry;

  SentryCard(SentrySource sentry, DashboardTime time) {
    super("sentry-source", COLUMNS, time);
    this.sentry = sentry;
    setId("sentry");
  }

  @Override
  List<List<String>> rows(Formats formats) {
    return sentry.state().stream().map(state -> row(state, formats)).toList();
  }

  private static List<String> row(SentryState state, Formats formats) {
    Texts texts = formats.texts();
    return List.of(
        state.address(),
        texts.text("sentry-source." + word(state)),
        state.lastSuccess().map(formats::dateTime).orElse(texts.text("sentry-source.never")),
        state.age().map(age -> age(age, formats)).orElse(Formats.NOTHING),
        formats.number(state.failures(), 0),
        state
            .lastFailure()
            .map(
                failure ->
                    texts.text(
                        "sentry-source.failed-at",
                        failure.message(),
                        formats.dateTime(failure.at())))
            .orElse(Formats.NOTHING));
  }

  private static String word(SentryState state) {
    if (state.failing()) {
      return "failing";
    }
    return state.lastSuccess().isPresent() ? "answering" : "starting";
  }
}
