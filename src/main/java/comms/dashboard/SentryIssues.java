package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Dimension;
import comms.sentry.Issue;
import comms.sentry.OpenIssues;
import comms.sentry.SentrySilent;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open issues of the channels that are looked at; not there where no Sentry may be asked. */
class SentryIssues extends Article {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(SentryIssues.class);
  private static final List<String> COLUMNS = List.of("issue", "count", "first-seen", "last-seen");

  private final transient OpenIssues issues;
  private final transient DashboardTime time;
  private final AsyncArea area;

  /** What Sentry has answered, or that it has not. */
  private record Answer(List<Issue> issues, boolean silent) {}

  SentryIssues(OpenIssues issues, CardTasks tasks, DashboardTime time) {
    this.issues = issues;
    this.time = time;
    this.area = new AsyncArea("card-content", tasks);
    addClassNames("card", "wide-card");
    setId("sentry-issues");
    setVisible(issues.configured());
    add(new Header(new H3(getTranslation("sentry.title"))), area);
  }

  /** Asks for the issues of the channels in the filter, or of all. */
  void show(Filter filter) {
    if (issues.configured()) {
      Set<String> channels =
          filter.valuesOf(Set.of(Dimension.CHANNEL)).getOrDefault(Dimension.CHANNEL, Set.of());
      area.load(() -> ask(channels), answer -> area.add(shown(answer, filter)));
    }
  }

  private Answer ask(Set<String> channels) {
    try {
      return new Answer(issues.tagged(channels), false);
    } catch (SentrySilent e) {
      log.warn("The issues in Sentry cannot be listed", e);
      return new Answer(List.of(), true);
    }
  }

  private Component shown(Answer answer, Filter filter) {
    if (answer.silent()) {
      return new Problem(getTranslation("sentry.silent"), () -> show(filter));
    }
    if (answer.issues().isEmpty()) {
      return new Paragraph(getTranslation("sentry.none"));
    }
    Formats formats = new Formats(Texts.current(), time.zone());
    TextTable table =
        new TextTable(
            getTranslation("sentry.title"),
            COLUMNS.stream().map(column -> getTranslation("sentry." + column)).toList());
    answer
        .issues()
        .forEach(
            issue ->
                table.row(
                    List.of(
                        title(issue),
                        new Span(formats.number(issue.count(), 0)),
                        new Span(formats.dateTime(issue.firstSeen())),
                        new Span(formats.dateTime(issue.lastSeen())))));
    return table;
  }

  /** A link, if it leads to a page; Sentry's answer is no reason to run a script. */
  private static Component title(Issue issue) {
    if (!issue.permalink().startsWith("https://") && !issue.permalink().startsWith("http://")) {
      return new Span(issue.title());
    }
    Anchor link = new Anchor(issue.permalink(), issue.title(), AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }
}
