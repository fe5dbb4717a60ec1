package comms.dashboard;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Unit;
import comms.dashboard.PictureTable.Cell;
import comms.disputes.ContractsBehind;
import comms.disputes.ContractsBehind.Comparison;
import comms.disputes.ContractsBehind.Group;
import comms.disputes.ContractsBehind.Measure;
import comms.disputes.ContractsBehind.Question;
import comms.metrics.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lay before the disputes of the period, against contracts without one. */
class ContractsCard extends Article {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient ContractsBehind behind;
  private final Panel<Comparison> panel;
  private transient @Nullable Question asked;
  private String back = "disputes";

  ContractsCard(Desk desk, LastAnswers last, ContractsBehind behind) {
    this.desk = desk;
    this.behind = behind;
    addClassName("card");
    setId("contracts-behind");
    String title = getTranslation("desk.contracts");
    H3 heading = new H3(title);
    heading.setId("contracts-behind-title");
    getElement().setAttribute("aria-labelledby", "contracts-behind-title");
    Explanation explanation =
        new Explanation(
            title,
            List.of(
                getTranslation("desk.contracts.disputed.definition"),
                getTranslation("desk.contracts.undisputed.definition"),
                getTranslation("desk.contracts.definition")));
    Header header = new Header(heading, explanation);
    header.addClassName("card-header");
    panel = new Panel<>(Comparison.class, desk, last, this::show);
    add(header, panel);
  }

  /**
   * @param back the address that the lists lead back to
   */
  void ask(TimeRange range, Map<Dimension, Set<String>> values, String back) {
    Question question = new Question(range, values);
    asked = question;
    this.back = back;
    panel.ask(question, () -> behind.compare(question));
  }

  private void show(Comparison found) {
    panel.removeAll();
    Question question = asked;
    if (question == null || found.disputed().contracts() == 0) {
      Paragraph none = new Paragraph(getTranslation("desk.contracts.none"));
      none.addClassName("card-empty");
      panel.add(none);
      return;
    }
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    Double age = found.medianAgeSec();
    if (age != null) {
      panel.add(new Paragraph(getTranslation("desk.contracts.age", formats.duration(age))));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      rows.add(
          List.of(
              Cell.of(getTranslation("desk.contracts." + measure.wireName())),
              cell(question, found, Group.DISPUTED, measure, formats),
              cell(question, found, Group.UNDISPUTED, measure, formats),
              Cell.of(ratio(found, measure, formats))));
    }
    PictureTable table =
        new PictureTable(
            getTranslation("desk.contracts"),
            List.of(
                getTranslation("desk.contracts.before"),
                getTranslation("desk.contracts.disputed"),
                getTranslation("desk.contracts.undisputed"),
                getTranslation("desk.contracts.ratio")),
            rows);
    panel.add(table);
  }

  private Cell cell(
      Question question, Comparison found, Group group, Measure measure, Formats formats) {
    Double value = found.of(group).value(measure);
    if (value == null) {
      return Cell.of(Formats.NOTHING);
    }
    String samples = formats.number(found.of(group).samples(measure), 0);
    return Cell.leading(
        formatted(value, measure, formats) + " (n = " + samples + ")",
        new ContractsLink(question, group, measure, back).href());
  }

  private static String formatted(double value, Measure measure, Formats formats) {
    return switch (measure) {
      case REPLY -> formats.duration(value);
      case ANY_FAILED -> formats.value(value, Unit.RATIO);
      case FAILED -> formats.number(value, 2);
      case MESSAGES -> formats.number(value, 1);
    };
  }

  private static String ratio(Comparison found, Measure measure, Formats formats) {
    Double disputed = found.disputed().value(measure);
    Double undisputed = found.undisputed().value(measure);
    return disputed == null || undisputed == null || undisputed == 0
        ? Formats.NOTHING
        : formats.number(disputed / undisputed, 2) + " ×";
  }
}
