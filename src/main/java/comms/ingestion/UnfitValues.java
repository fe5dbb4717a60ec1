package comms.ingestion;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of a value that fits nowhere what may be known of it. What looks like a word of a program, a
 * short number or a time is kept as sent; of everything else only its type, its length, its outline
 * ({@code aaaa 99}) and a fingerprint under the key of the pseudonyms, by which equal ones are seen
 * to be equal.
 */
@Component
class UnfitValues {

  /** The field by which such a description is known. */
  private static final String FINGERPRINT = "fingerprint";

  private static final int LONGEST_WORD = 40;
  private static final int MOST_DIGITS = 2;
  private static final int LONGEST_OUTLINE = 40;
  private static final int FINGERPRINT_LENGTH = 16;

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_\\-.$]{1," + LONGEST_WORD + "}");

  /** Fewer digits than a phone number has. */
  private static final Pattern NUMBER = Pattern.compile("-?+\\d{1,8}+(?:\\.\\d{1,8}+)?+");

  private static final String DAY = "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}";
  private static final String NAMED_DAY =
      "(?:\\p{Alpha}{3,9},? )?(?:\\d{1,2}[ -]\\p{Alpha}{3,9}[ -]\\d{2,4}|\\p{Alpha}{3,9} \\d{1,2}(?:,? \\d{4})?)";
  private static final String HOUR =
      "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[AaPp][Mm])?";
  private static final String ZONE = "(?:Z|z|UTC|GMT|[A-Z]{3,4}|[+-]\\d{2}(?::?\\d{2})?)";
  private static final Pattern TIME =
      Pattern.compile(
          "(?:%1$s|%2$s|\\d{8})(?:[Tt ,]{1,2}(?:%3$s|\\d{4}(?:\\d{2})?)(?: ?%4$s){0,2})?(?: \\d{4})?"
              .formatted(DAY, NAMED_DAY, HOUR, ZONE));

  private final Pseudonyms pseudonyms;

  UnfitValues(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Whether the text is made as programs name things, so that nobody's data is in it. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches() && digits(text) <= MOST_DIGITS;
  }

  /** What quarantine keeps of a value that does not fit its property. */
  JsonNode kept(JsonNode sent) {
    return switch (sent.getNodeType()) {
      case STRING -> isWord(sent.asString()) || isNumber(sent) ? sent : described(sent);
      case NUMBER -> isNumber(sent) ? sent : described(sent);
      case ARRAY -> JsonNodeFactory.instance.arrayNode();
      case OBJECT -> JsonNodeFactory.instance.objectNode();
      default -> sent;
    };
  }

  /** The same for what should have been a time. */
  JsonNode keptTime(JsonNode sent) {
    return sent.isString() && TIME.matcher(sent.asString().strip()).matches() ? sent : kept(sent);
  }

  /** Whether something of the event in this content was described only, and so is lost. */
  static boolean isDescribedIn(String content) {
    return content.contains("\"" + FINGERPRINT + "\":");
  }

  private ObjectNode described(JsonNode sent) {
    String text = sent.asString();
    ObjectNode description = JsonNodeFactory.instance.objectNode();
    description.put("type", sent.isString() ? "text" : "number");
    description.put("length", text.length());
    description.put("outline", outline(text));
    description.put(FINGERPRINT, pseudonyms.of("unfit:" + text).substring(0, FINGERPRINT_LENGTH));
    return description;
  }

  private static boolean isNumber(JsonNode sent) {
    return NUMBER.matcher(sent.asString()).matches();
  }

  private static String outline(String text) {
    StringBuilder outline = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_OUTLINE)
        .map(UnfitValues::outline)
        .forEach(outline::appendCodePoint);
    return outline.toString();
  }

  private static int outline(int c) {
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isLetter(c)) {
      return 'a';
    }
    return c > ' ' && c < 127 ? c : ' ';
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }
}
