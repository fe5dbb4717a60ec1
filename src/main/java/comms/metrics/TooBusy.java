package comms.metrics;

/** So much is being asked that this question has waited in vain; asked again later it will do. */
public class TooBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooBusy() {
    super("too many wide questions are being answered; ask again in a few seconds");
  }
}
