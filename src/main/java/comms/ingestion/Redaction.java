package comms.ingestion;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a code what is no code: e-mail addresses, phone numbers, card numbers and secrets,
 * each replaced by a word in brackets. Ids are left alone, since figures count them; so is a UUID
 * inside a text.
 */
final class Redaction {

  static final String EMAIL = "[email]";
  static final String PHONE = "[phone]";
  static final String CARD = "[card]";
  static final String TOKEN = "[token]";

  private static final int FEWEST_DIGITS = 9;
  private static final int FEWEST_OF_CARD = 13;
  private static final int MOST_OF_PHONE = 15;
  private static final int FEWEST_OF_TOKEN = 10;
  private static final int DIGITS_OF_TOKEN = 4;

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private static final String HEX = "[0-9a-fA-F]";
  private static final String UUID =
      "(?<uuid>(?<![0-9a-zA-Z])%1$s{8}(?:-%1$s{4}){3}-%1$s{12}(?![0-9a-zA-Z]))".formatted(HEX);

  /** Prefixes that services give to their secrets, and what follows at least. */
  private static final String PREFIXED =
      "(?<![0-9a-zA-Z])(?:(?:[sr]k_(?:live|test)_|whsec_|gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-"
          + "|xapp-|sk-ant-|shp(?:at|ca|pa|ss)_|dop_v1_|ph[xs]_|eyJ|ya29\\.|AIza)[\\w.=+/~-]{4,}+"
          + "|(?:AKIA|ASIA|AROA)[0-9A-Z]{12,}+"
          + "|(?:sk-|npm_|hf_|SG\\.|pypi-)(?=[\\w.-]*\\d)[\\w.-]{16,}+)";

  private static final String RUN = "(?<run>[0-9a-zA-Z]{24,}+)";

  private static final String DIGITS = "\\+?+\\(?+\\d(?:[\\s()./\\u2010-\\u2015-]{0,3}+\\d)*+";

  private static final Pattern SECRET_OR_UUID =
      Pattern.compile(UUID + "|(?<token>" + PREFIXED + ")|" + RUN);

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}._+'&=*/!#$?^`{|}~-]|%(?!40)){1,64}+(?:@|%40)"
              + "(?:\\[[0-9a-fA-F.:]++]"
              + "|(?:[\\p{L}\\p{N}-]++\\.)+(?=[\\p{L}-]*\\p{L})[\\p{L}\\p{N}-]{2,})");

  private static final Pattern NUMBER = Pattern.compile(UUID + "|(?<digits>" + DIGITS + ")");

  private Redaction() {}

  /** The text without them; the same text where none is in it. */
  static String of(String text) {
    if (isHarmless(text)) {
      return text;
    }
    String plain =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String redacted = numbers(addresses(tokens(plain)));
    return redacted.equals(plain) ? text : redacted;
  }

  /** Whether the text is an e-mail address and nothing else. */
  static boolean isAddress(String text) {
    return text.indexOf('@') > 0 && MAIL.matcher(text).matches();
  }

  /** Most codes are short words, which one look tells. */
  private static boolean isHarmless(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '%' || c > 127) {
        return false;
      }
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return digits < FEWEST_DIGITS && text.length() < FEWEST_OF_TOKEN;
  }

  private static String tokens(String text) {
    return SECRET_OR_UUID
        .matcher(text)
        .replaceAll(
            found ->
                found.group("token") != null || isSecret(found.group("run"))
                    ? Matcher.quoteReplacement(TOKEN)
                    : Matcher.quoteReplacement(found.group()));
  }

  private static boolean isSecret(@Nullable String run) {
    return run != null
        && run.chars().anyMatch(Character::isUpperCase)
        && run.chars().anyMatch(Character::isLowerCase)
        && run.chars().filter(Character::isDigit).count() >= DIGITS_OF_TOKEN;
  }

  private static String addresses(String text) {
    return text.indexOf('@') < 0 && !text.contains("%40")
        ? text
        : MAIL.matcher(text).replaceAll(Matcher.quoteReplacement(EMAIL));
  }

  private static String numbers(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group("digits") == null ? found.group() : number(found.group())));
  }

  private static String number(String found) {
    int[] digits =
        found.chars().filter(Character::isDigit).map(Character::getNumericValue).toArray();
    if (digits.length < FEWEST_DIGITS) {
      return found;
    }
    boolean card =
        digits.length > MOST_OF_PHONE || (digits.length >= FEWEST_OF_CARD && isCard(digits));
    return card ? CARD : PHONE;
  }

  /** Luhn's check, which every card number passes. */
  private static boolean isCard(int[] digits) {
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[digits.length - 1 - i];
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
