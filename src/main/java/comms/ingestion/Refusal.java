package comms.ingestion;

/**
 * A request that is not taken, as a whole; nothing of it is kept. The message is a sentence for the
 * sender and never repeats what was sent.
 */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String sentence;

  public Refusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.sentence = message;
  }

  public Refusal(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.sentence = message;
  }

  /** Whether the sender should send the same again, after a while. */
  public boolean passes() {
    return kind == Kind.BUSY || kind == Kind.UNAVAILABLE;
  }

  /** The sentence for the sender. */
  public String sentence() {
    return sentence;
  }

  public Kind kind() {
    return kind;
  }

  /** The closed set of refusals, each with its HTTP status. SDKs drop a batch on any 4xx. */
  public enum Kind {
    /** Can never be read: sending it again changes nothing. */
    UNREADABLE(400, "The request cannot be read"),
    /** No project key, several of them, or an unknown one. */
    UNAUTHENTICATED(401, "The project key is not accepted"),
    /** Not signed by the one who is said to send it, or signed long ago. */
    UNPROVEN(401, "The sender is not proven"),
    /** Nobody listens here. */
    ABSENT(404, "Nothing is received here"),
    /** Over a limit; SDKs halve the batch and try again. */
    TOO_LARGE(413, "The request is too large"),
    /** Too much at once; the sender should try again a little later. */
    BUSY(503, "Too much is sent at once"),
    /** Cannot be kept now; the sender should try again. */
    UNAVAILABLE(503, "Events cannot be taken now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    public String title() {
      return title;
    }
  }
}
