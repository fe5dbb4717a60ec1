package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Unit;
import comms.dashboard.PictureTable.Cell;
import comms.disputes.ContractsBehind;
import comms.disputes.ContractsBehind.Comparison;
import comms.disputes.ContractsBehind.Group;
import comms.disputes.ContractsBehind.Measure;
import comms.disputes.ContractsBehind.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lay before the disputes of the period, against contracts without one. */
class ContractsCard extends LoadingCard<Comparison> {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient ContractsBehind behind;

  ContractsCard(Desk desk, ContractsBehind behind) {
    super("contracts-behind", "desk.contracts");
    this.desk = desk;
    this.behind = behind;
    Explanation explanation =
        new Explanation(
            title(),
            List.of(
                getTranslation("desk.contracts.disputed.definition"),
                getTranslation("desk.contracts.undisputed.definition"),
                getTranslation("desk.contracts.definition")));
    header().add(explanation, new CardMenu(this, desk.time()));
  }

  private static Question question(Window window) {
    return new Question(window.range(), window.filter().valuesOf(ContractsLink.DIMENSIONS));
  }

  @Override
  Future<?> ask(
      Window window, UI ui, Consumer<Given<Comparison>> done, Consumer<Exception> failed) {
    Question question = question(window);
    return desk.questions().ask(ui, question, () -> behind.compare(question), done, failed);
  }

  @Override
  @Nullable Instant freshUntil(Comparison found) {
    return null;
  }

  @Override
  void show(Comparison found, Window window) {
    Formats formats = new Formats(Texts.current(), window.zone());
    offer(window, formats, () -> rows(found, formats.texts()));
    if (found.disputed().contracts() == 0) {
      fill(new Nothing(getTranslation("desk.contracts.none")));
      return;
    }
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    Question question = question(window);
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      rows.add(
          List.of(
              Cell.of(getTranslation("desk.contracts." + measure.wireName())),
              cell(found, new ContractsLink(question, Group.DISPUTED, measure, back), formats),
              cell(found, new ContractsLink(question, Group.UNDISPUTED, measure, back), formats),
              Cell.of(ratio(found, measure, formats))));
    }
    PictureTable table =
        new PictureTable(
            title(),
            List.of(
                getTranslation("desk.contracts.before"),
                getTranslation("desk.contracts.disputed"),
                getTranslation("desk.contracts.undisputed"),
                getTranslation("desk.contracts.ratio")),
            rows);
    Double age = found.medianAgeSec();
    if (age == null) {
      fill(table);
    } else {
      fill(new Paragraph(getTranslation("desk.contracts.age", formats.duration(age))), table);
    }
  }

  private static Cell cell(Comparison found, ContractsLink link, Formats formats) {
    Double value = found.of(link.group()).value(link.measure());
    if (value == null) {
      return Cell.of(Formats.NOTHING);
    }
    String samples = formats.number(found.of(link.group()).samples(link.measure()), 0);
    return Cell.leading(
        formatted(value, link.measure(), formats) + " (n = " + samples + ")", link.href());
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
    Double ratio = ratio(found, measure);
    return ratio == null ? Formats.NOTHING : formats.number(ratio, 2) + " ×";
  }

  private static @Nullable Double ratio(Comparison found, Measure measure) {
    Double disputed = found.disputed().value(measure);
    Double undisputed = found.undisputed().value(measure);
    return disputed == null || undisputed == null || undisputed == 0
        ? null
        : (Double) (disputed / undisputed);
  }

  /** The figures as they are: times in seconds, shares as fractions. */
  private static SheetLink.Rows rows(Comparison found, Texts texts) {
    List<String> columns = new ArrayList<>();
    columns.add(texts.text("desk.contracts.before"));
    for (Group group : Group.values()) {
      columns.add(texts.text("desk.contracts." + group.wireName()));
      columns.add(texts.text("table.samples"));
    }
    columns.add(texts.text("desk.contracts.ratio"));
    return CardFile.of(
        columns,
        Arrays.stream(Measure.values())
            .map(
                measure ->
                    Arrays.<@Nullable Object>asList(
                        texts.text("desk.contracts." + measure.wireName()),
                        found.disputed().value(measure),
                        found.disputed().samples(measure),
                        found.undisputed().value(measure),
                        found.undisputed().samples(measure),
                        ratio(found, measure)))
            .toList());
  }
}
