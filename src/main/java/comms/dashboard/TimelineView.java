package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import comms.metrics.Freshness;
import comms.timeline.Contributions;
import comms.timeline.Contributions.Contribution;
import comms.timeline.Neighbours;
import comms.timeline.Neighbours.Neighbour;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;

/** Everything that happened to a contract, thread, dispute or notification. */
@Route(value = "contracts/:id?", layout = MainLayout.class)
@RouteAlias(value = "threads/:id?", layout = MainLayout.class)
@RouteAlias(value = "disputes/:id", layout = MainLayout.class)
@RouteAlias(value = TimelineLink.DISPUTES, layout = MainLayout.class)
@RouteAlias(value = "notifications/:id?", layout = MainLayout.class)
@PermitAll
class TimelineView extends Section implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  static final int PAGE = 100;

  private final transient Desk desk;
  private final transient Timelines timelines;
  private final transient Neighbours neighbours;
  private final transient Contributions contributions;
  private final transient Freshness freshness;
  private final AsyncArea area;
  private String title = "";

  TimelineView(
      Desk desk,
      Timelines timelines,
      Neighbours neighbours,
      Contributions contributions,
      Freshness freshness) {
    this.desk = desk;
    this.timelines = timelines;
    this.neighbours = neighbours;
    this.contributions = contributions;
    this.freshness = freshness;
    this.area = new AsyncArea("timeline-area", desk.tasks());
    addClassName("dashboard");
    add(area);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Subject subject = Subject.under(event.getLocation().getFirstSegment()).orElseThrow();
    String id =
        event
            .getRouteParameters()
            .get(TimelineLink.ID)
            .or(() -> event.getLocation().getQueryParameters().getSingleParameter(TimelineLink.ID))
            .orElse("");
    show(subject, timelines.stored(id));
  }

  /** What is known of a thing, found together. */
  private record Life(
      List<TimelineEntry> first,
      long events,
      List<Neighbour> neighbours,
      List<Contribution> contributions,
      Instant freshUntil) {}

  void show(Subject subject, String id) {
    title = getTranslation("subject." + subject.wireName(), id);
    area.load(
        () ->
            new Life(
                timelines.of(subject, id, PAGE, 0),
                timelines.count(subject, id),
                neighbours.of(subject, id),
                contributions.of(subject, id),
                freshness.newestAcceptance()),
        life -> show(subject, id, life));
  }

  private void show(Subject subject, String id, Life life) {
    H1 heading = new H1(title);
    heading.addClassName("with-id");
    if (life.first().isEmpty()) {
      area.add(
          heading,
          new Paragraph(getTranslation("timeline.none")),
          new Anchor("explore", getTranslation("timeline.explore")));
      return;
    }
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    String events = getTranslation("timeline.events", formats.number(life.events(), 0));
    String until = formats.dateTime(life.freshUntil());
    Span number =
        new Span(events + " · " + getTranslation("freshness", until, formats.zone().getId()));
    number.addClassName("freshness");
    Aside around =
        new Aside(
            new NeighbourList(life.neighbours(), formats),
            new ContributionList(life.contributions(), new TimelineLink(subject, id), formats));
    Div both = new Div(story(subject, id, life, formats), around);
    both.addClassName("life");
    area.add(new Header(heading, number), both);
  }

  private Div story(Subject subject, String id, Life life, Formats formats) {
    TimelineList list = new TimelineList(id, formats);
    list.add(life.first());
    Button more = new Button(getTranslation("timeline.more"));
    more.setVisible(list.shown() < life.events());
    more.addClickListener(
        click -> {
          List<TimelineEntry> next =
              list.last().map(last -> timelines.after(subject, id, last, PAGE)).orElse(List.of());
          list.add(next);
          more.setVisible(next.size() == PAGE);
        });
    Div story = new Div(list, more);
    story.addClassName("story");
    return story;
  }

  @Override
  public String getPageTitle() {
    return title + " · " + getTranslation("app.name");
  }
}
