package comms.ingestion.journal;

import org.jspecify.annotations.Nullable;

/** The journal cannot be opened; the message is a sentence for whoever starts the application. */
class JournalNotStarted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalNotStarted(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
