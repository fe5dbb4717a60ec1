package comms.api;

/** What somebody has sent, as an answer may repeat it: short, and without control characters. */
public final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  public static String of(String sent) {
    String plain = sent.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "\uFFFD");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
