package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.dashboard.PictureTable.Cell;
import comms.disputes.AdjustedNps;
import comms.disputes.AdjustedNps.Responses;
import comms.metrics.MetricResult.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The NPS of each group of outcome and role, as a table and as rows of a file.
 *
 * @param now with a mark of its figure for each
 * @param all how many responses there are of all groups
 * @param allBefore the same of the compared period
 */
record NpsCells(List<Group> now, List<Responses> before, double all, double allBefore) {

  /**
   * One group.
   *
   * @param rate the responses as a share of the disputes that were resolved so; null of none
   * @param before null where the compared period has no response of the group
   */
  record Group(Responses responses, Mark mark, @Nullable Double rate, @Nullable Responses before) {}

  static NpsCells of(Answers answers) {
    List<Responses> before =
        answers.compared().map(result -> Answers.parts(result, Stat.VALUE)).stream()
            .flatMap(List::stream)
            .map(NpsCells::responses)
            .toList();
    List<Group> now =
        Answers.parts(answers.whole(), Stat.VALUE).stream()
            .map(series -> group(series, before, answers))
            .toList();
    return new NpsCells(
        now,
        before,
        now.stream().mapToDouble(group -> group.responses().n()).sum(),
        before.stream().mapToDouble(Responses::n).sum());
  }

  private static Group group(Series series, List<Responses> before, Answers answers) {
    Responses responses = responses(series);
    double resolved =
        Answers.parts(answers.of(AdjustedNpsCard.RESOLVED), Stat.COUNT).stream()
            .filter(other -> Answers.part(other).equals(responses.cell().resolution()))
            .mapToDouble(other -> other.total().numerator())
            .sum();
    return new Group(
        responses,
        Mark.total(answers.whole(), series),
        resolved == 0 ? null : (Double) (responses.n() / resolved),
        before.stream()
            .filter(other -> other.cell().equals(responses.cell()))
            .findFirst()
            .orElse(null));
  }

  private static Responses responses(Series series) {
    return new Responses(
        new AdjustedNps.Cell(
            series.key().getOrDefault(Dimension.RESOLUTION, ""),
            series.key().getOrDefault(Dimension.ROLE, "")),
        count(series, "promoters"),
        count(series, "detractors"),
        Math.round(series.total().samples()));
  }

  private static long count(Series series, String name) {
    Double count = series.total().extra().get(name);
    return count == null ? 0 : Math.round(count);
  }

  boolean isEmpty() {
    return now.isEmpty();
  }

  AdjustedNps adjusted() {
    return AdjustedNps.of(now.stream().map(Group::responses).toList(), before);
  }

  PictureTable table(Pen pen) {
    return new PictureTable(
        pen.text("desk.nps.caption"),
        Stream.of("cell", "score", "score.before", "rate", "share", "share.before")
            .map(column -> pen.text("desk.nps." + column))
            .toList(),
        now.stream().map(group -> cells(group, pen)).toList());
  }

  private List<Cell> cells(Group group, Pen pen) {
    Responses responses = group.responses();
    Responses before = group.before();
    return List.of(
        Cell.of(name(responses, pen)),
        Cell.of(score(responses, pen), group.mark()),
        Cell.of(before == null ? Formats.NOTHING : score(before, pen)),
        Cell.of(percent(group.rate(), pen)),
        Cell.of(percent(share(responses, all), pen)),
        Cell.of(percent(share(before, allBefore), pen)));
  }

  private static String name(Responses responses, Pen pen) {
    return pen.texts().value("resolution", responses.cell().resolution())
        + ", "
        + pen.texts().value("role", responses.cell().role());
  }

  private static String score(Responses responses, Pen pen) {
    return pen.value(responses.score()) + " (" + pen.formats().number(responses.n(), 0) + ")";
  }

  private static String percent(@Nullable Double share, Pen pen) {
    return share == null ? Formats.NOTHING : pen.formats().percent(share, 0);
  }

  /** Of no responses at all no share; of some, that of a group without any is 0. */
  private static @Nullable Double share(@Nullable Responses part, double whole) {
    return whole == 0 ? null : (Double) ((part == null ? 0 : part.n()) / whole);
  }

  /** The scores of all together, then those of each group. */
  SheetLink.Rows file(AdjustedNps adjusted, Pen pen) {
    String nps = pen.text("metric.dispute-nps");
    String responses = pen.text("table.samples");
    SheetLink.Rows groups =
        CardFile.of(
            List.of(
                pen.text("record.resolution"),
                pen.text("record.role"),
                nps,
                responses,
                pen.text("desk.nps.rate"),
                nps + ", " + pen.comparisonName(),
                responses + ", " + pen.comparisonName()),
            now.stream().map(group -> row(group, pen)).toList());
    return sheet -> {
      sheet.row(pen.text("desk.nps.measured"), adjusted.measured());
      sheet.row(pen.comparisonName(), adjusted.before());
      sheet.row(pen.text("desk.nps.adjusted"), adjusted.adjusted(), "±", adjusted.margin());
      sheet.row();
      groups.writeTo(sheet);
    };
  }

  private static List<@Nullable Object> row(Group group, Pen pen) {
    Responses responses = group.responses();
    Responses before = group.before();
    return Arrays.asList(
        pen.texts().value("resolution", responses.cell().resolution()),
        pen.texts().value("role", responses.cell().role()),
        responses.score(),
        responses.n(),
        group.rate(),
        before == null ? null : before.score(),
        before == null ? null : before.n());
  }
}
