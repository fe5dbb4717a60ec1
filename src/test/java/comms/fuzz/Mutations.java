package comms.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes valid JSON odd. In all texts each character is a byte. */
final class Mutations {

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[\\w.+-]++|[{}\\[\\]:,]");

  /** Values that are none or hardly one, each of which ends where it ends. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "NaN",
          "-Infinity",
          "Infinity",
          "undefined",
          "0x1F",
          "01",
          "-",
          "-0",
          "-0.0",
          "+1",
          ".5",
          "1.",
          "1.2.3",
          "1e999",
          "-1e999",
          "1e-99999999",
          "1e99999999999999999999",
          "9".repeat(310),
          "-" + "9".repeat(400),
          "9".repeat(50_000),
          "0." + "1".repeat(5_000),
          "9223372036854775808",
          "123456789012345678901234567890",
          "\"\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800x\"",
          "\"\\u0000\"",
          "\"a\u0001\tb\"",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\u00e9\u00ff\"",
          "\"\u00c0\u00af\u00ed\u00a0\u0080\"",
          "\"\\ud83d\\ude00\"",
          "\"" + "\\ud83d\\ude00".repeat(150) + "\"",
          "\"" + "x\\ud83d\\ude00".repeat(101) + "\"",
          "\"" + "x".repeat(201) + "\"",
          "\"" + "x".repeat(70_000) + "\"",
          "'single'",
          "'} , ]'",
          "\"one\"two",
          "{}",
          "[]",
          "[1,,2,]",
          "{\"a\":1,}",
          "{\"a\" 1}",
          "{a:1}",
          "[[[[{\"a\":[{}]}]]]]",
          "[".repeat(2_000) + "]".repeat(2_000),
          "{\"a\":".repeat(2_000) + "NaN" + "}".repeat(2_000),
          "[1 /* } ] \" */]",
          "\"05/06/2026\"",
          "\"2026-13-45\"",
          "\"0000-01-01T00:00:00Z\"",
          "\"9999-12-31T24:00:00Z\"",
          "-62135596800000",
          "253402300800000",
          "99999999999999999999");

  private static final List<String> NAMES =
      List.of(
          "\"\"",
          "\"event\"",
          "\"properties\"",
          "\"timestamp\"",
          "\"offset\"",
          "\"distinct_id\"",
          "\"contract_id\"",
          "\"payout_split\"",
          "\"sla_bucket\"",
          "\"score\"",
          "\"$ignore_sent_at\"",
          "\"__proto__\"",
          "\"\\ud800\"",
          "\"\\x\"",
          "\"\u00ff\"",
          "\"a\u0001\"",
          "unquoted",
          "'single'",
          "1",
          "\"" + "n".repeat(60_000) + "\"");

  private static final List<String> BETWEEN =
      List.of(" ", "\t\r", ",", ",,", "/* } ] \" */", "\u00ef\u00bb\u00bf");

  private static final String SIGNS = "{}[]\",:\\'/\u0000\n\u00ff0eE-";

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** The element with something odd in it; it begins and ends where it did. */
  String odd(String element) {
    String odd = element;
    for (int i = random.nextInt(3); i >= 0; i--) {
      odd = once(odd);
    }
    return odd;
  }

  /** The text with a byte changed, put in or left out, that may open or close anything. */
  String broken(String text) {
    int place = random.nextInt(text.length());
    String before = text.substring(0, place);
    String sign =
        random.nextBoolean()
            ? String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())))
            : String.valueOf((char) random.nextInt(256));
    return switch (random.nextInt(3)) {
      case 0 -> before + sign + text.substring(place + 1);
      case 1 -> before + sign + text.substring(place);
      default -> before + text.substring(place + 1);
    };
  }

  /** The text with larger parts changed as well. */
  String wild(String text) {
    String wild = text;
    for (int i = random.nextInt(8); i >= 0 && !wild.isEmpty(); i--) {
      int from = random.nextInt(wild.length());
      int to = Math.min(wild.length(), from + random.nextInt(40));
      wild =
          switch (random.nextInt(6)) {
            case 0 -> wild.substring(0, from);
            case 1 -> wild.substring(0, from) + wild.substring(to);
            case 2 -> wild.substring(0, to) + wild.substring(from);
            case 3 -> wild.substring(0, from) + any(VALUES) + wild.substring(to);
            default -> broken(wild);
          };
    }
    return wild;
  }

  private String once(String element) {
    List<MatchResult> tokens = TOKEN.matcher(element).results().toList();
    if (tokens.size() < 4 || element.length() > 500_000) {
      return element;
    }
    int n = 1 + random.nextInt(tokens.size() - 2);
    MatchResult token = tokens.get(n);
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(4) == 0 ? any(VALUES) : element;
      case 1 -> put(element, token.end(), any(BETWEEN));
      case 2 -> isBetween(token, "{") ? put(element, token.end(), member()) : element;
      default -> replaced(element, tokens, n);
    };
  }

  private String replaced(String element, List<MatchResult> tokens, int n) {
    MatchResult token = tokens.get(n);
    if (isBetween(token, "{}[]:,")) {
      return token.group().equals("{") ? put(element, token.end(), member()) : element;
    }
    boolean name = tokens.get(n + 1).group().equals(":");
    return element.substring(0, token.start())
        + any(name ? NAMES : VALUES)
        + element.substring(token.end());
  }

  private String member() {
    return any(NAMES) + ":" + any(VALUES) + ",";
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static boolean isBetween(MatchResult token, String signs) {
    return token.group().length() == 1 && signs.contains(token.group());
  }

  private static String put(String text, int place, String more) {
    return text.substring(0, place) + more + text.substring(place);
  }

  /** Elements of a batch, one of them odd. */
  List<String> oneOdd(List<Sample> samples, int victim, boolean broken) {
    List<String> elements = new ArrayList<>(samples.stream().map(Sample::json).toList());
    String element = elements.get(victim);
    elements.set(victim, broken ? broken(element) : odd(element));
    return elements;
  }
}
