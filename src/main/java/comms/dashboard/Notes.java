package comms.dashboard;

import comms.annotations.Annotation;
import comms.catalog.Metric;
import comms.dashboard.Picture.Note;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The annotations that belong into a metric's chart, named A, B, C in the order of time. */
record Notes(Formats formats, Metric metric) {

  List<Note> of(List<Annotation> annotations, MetricResult result) {
    List<Point> points = result.series().isEmpty() ? List.of() : result.series().get(0).points();
    List<Note> notes = new ArrayList<>();
    annotations.stream()
        .filter(annotation -> annotation.isAbout(metric))
        .sorted(Comparator.comparing(Annotation::at))
        .forEach(
            annotation -> {
              for (int bucket = 0; bucket < points.size(); bucket++) {
                if (result.rangeOf(points.get(bucket)).contains(annotation.at())) {
                  notes.add(
                      new Note(
                          bucket,
                          letter(notes.size()),
                          formats.dateTime(annotation.at()),
                          annotation.text()));
                }
              }
            });
    return notes;
  }

  /** A to Z, then A1 to Z1 and so on. */
  private static String letter(int n) {
    String letter = String.valueOf((char) ('A' + n % 26));
    return n < 26 ? letter : letter + n / 26;
  }
}
