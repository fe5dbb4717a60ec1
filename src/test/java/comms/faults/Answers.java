package comms.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the doors answered, and how long each answer took. */
final class Answers {

  static final int OK = 200;

  /** A connection that was refused, cut, or silent for too long. */
  private static final int NONE = 0;

  private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();

  private record Answer(Instant at, int status, Duration took) {}

  void add(Instant at, int status, Duration took) {
    answers.add(new Answer(at, status, took));
  }

  void addNone(Instant at, Duration took) {
    add(at, NONE, took);
  }

  /** Those to requests that were sent from then on, and before the other time. */
  Summary between(Instant from, Instant to) {
    List<Answer> some =
        answers.stream()
            .filter(answer -> !answer.at().isBefore(from) && answer.at().isBefore(to))
            .toList();
    List<Duration> times =
        some.stream().filter(answer -> answer.status() != NONE).map(Answer::took).sorted().toList();
    return new Summary(
        some.stream().filter(answer -> answer.status() == OK).count(),
        some.stream().filter(answer -> answer.status() != OK && answer.status() != NONE).count(),
        some.stream().filter(answer -> answer.status() == NONE).count(),
        percentile(times, 0.5),
        percentile(times, 0.99));
  }

  private static Duration percentile(List<Duration> sorted, double level) {
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get((int) Math.ceil(level * sorted.size()) - 1);
  }

  /**
   * Answers in numbers.
   *
   * @param refused answers other than 200
   * @param none requests without an answer
   * @param median of all answers, whatever they were
   */
  record Summary(long ok, long refused, long none, Duration median, Duration p99) {}
}
