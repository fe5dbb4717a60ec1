package comms.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Elements of requests in two waves. The first holds every event with copies of the same content,
 * so that its order cannot matter. The second holds later copies with other content, which lose
 * against the first accepted, whatever their order among themselves.
 */
record Traffic(List<Object> first, List<Object> second) {

  int size() {
    return first.size() + second.size();
  }

  /** The same events in another order. */
  Traffic shuffled(long seed) {
    Random random = new Random(seed);
    return new Traffic(shuffled(first, random), shuffled(second, random));
  }

  /** The wave cut into requests of different sizes up to the largest. */
  static List<List<Object>> requests(List<Object> wave, long seed, int largest) {
    Random random = new Random(seed);
    List<List<Object>> requests = new ArrayList<>();
    int start = 0;
    while (start < wave.size()) {
      int end = Math.min(wave.size(), start + 1 + random.nextInt(largest));
      requests.add(wave.subList(start, end));
      start = end;
    }
    return requests;
  }

  private static List<Object> shuffled(List<Object> elements, Random random) {
    List<Object> copy = new ArrayList<>(elements);
    Collections.shuffle(copy, random);
    return List.copyOf(copy);
  }
}
