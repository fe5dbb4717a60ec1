package comms.model;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Seeded chance, and what it makes of times and ids. */
final class Chance {

  private final Random random;
  private final Set<Long> usedMillis = new HashSet<>();
  private final Set<Integer> usedNumbers = new HashSet<>();

  Chance(long seed) {
    random = new Random(seed);
  }

  boolean of(double share) {
    return random.nextDouble() < share;
  }

  /** A whole number from 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  @SafeVarargs
  final <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A time up to so many seconds later, at a millisecond that nothing else happens at. */
  Instant after(Instant time, int seconds) {
    return unused(time.plusMillis(1 + (long) (random.nextDouble() * seconds * 1000)));
  }

  Instant unused(Instant time) {
    Instant free = time;
    while (!usedMillis.add(free.toEpochMilli())) {
      free = free.plusMillis(1);
    }
    return free;
  }

  /** A new id: a number, a UUID, one with accents, or a plain one. */
  String id(String kind) {
    int number;
    do {
      number = 1_000_000 + random.nextInt(8_000_000);
    } while (!usedNumbers.add(number));
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf(number);
      case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 2 -> kind + "-\u00e9\u00e5-" + number;
      default -> kind + "-" + number;
    };
  }

  /** The id in one of the ways in which senders spell it. */
  Object spelled(String id) {
    if (id.isEmpty()) {
      return id;
    }
    if (id.chars().allMatch(Character::isDigit) && of(0.5)) {
      return Integer.valueOf(id);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "  " + id + " ";
      case 1 -> Normalizer.normalize(id, Normalizer.Form.NFD);
      case 2 -> isUuid(id) ? id.toUpperCase(Locale.ROOT) : id;
      case 3 -> id + "\t";
      default -> id;
    };
  }

  /** The time as ISO 8601, in UTC or in another offset. */
  String spelled(Instant time) {
    return of(0.7)
        ? time.toString()
        : time.atOffset(ZoneOffset.ofHoursMinutes(one(-7, 3, 9), 0)).toString();
  }

  private static boolean isUuid(String id) {
    return id.length() == 36 && id.charAt(8) == '-';
  }
}
