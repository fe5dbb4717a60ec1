package comms;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence, without a stack trace, which setting cannot be read. */
class SettingAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DateTimeException) {
        return new FailureAnalysis(
            "COMMS_ZONE is not a time zone like UTC or Europe/Berlin: " + cause.getMessage(),
            null,
            cause);
      }
      String message = cause.getMessage();
      if (cause instanceof IllegalArgumentException
          && message != null
          && (message.startsWith("COMMS_") || message.startsWith("comms."))) {
        return new FailureAnalysis(message, null, cause);
      }
    }
    return null;
  }
}
