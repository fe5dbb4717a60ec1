package comms;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says why the application did not start, in a sentence on standard error. It takes the place of
 * Boot's own report, a page in the log, which the logging configuration turns off.
 */
class StartFailureReporter implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    System.err.println(text(analysis));
  }

  static String text(FailureAnalysis analysis) {
    String description = analysis.getDescription().strip();
    String action = analysis.getAction();
    return action == null || action.isBlank() ? description : description + "\n" + action.strip();
  }
}
