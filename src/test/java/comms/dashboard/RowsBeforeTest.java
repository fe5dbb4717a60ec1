package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RowsBeforeTest {

  private final TreeSet<Integer> stored = new TreeSet<>();
  private final RowsBefore<Integer> before = new RowsBefore<>();

  @Test
  void neitherRepeatsNorSkipsWhatWasThereWhileMoreArrives() {
    for (int i = 0; i < 500; i++) {
      stored.add(i * 10);
    }
    List<Integer> shown = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      shown.addAll(page("ascending", page * 50, 50));
      // Before and behind what is shown.
      stored.add(page * 10 + 5);
      stored.add(4_000 + page * 10 + 5);
    }

    assertThat(shown).doesNotHaveDuplicates().isSorted();
    assertThat(shown.stream().filter(row -> row < 4_000)).hasSize(400);
  }

  @Test
  void passesOverWhatLiesBetween() {
    for (int i = 0; i < 2_000; i++) {
      stored.add(i);
    }
    page("one", 0, 50);

    assertThat(page("one", 100, 50)).startsWith(100).endsWith(149);
    assertThat(page("one", 1_500, 50)).startsWith(1_500).endsWith(1_549);
    assertThat(page("one", 50, 50)).startsWith(50).endsWith(99);
    assertThat(page("another", 50, 10)).startsWith(50).endsWith(59);
  }

  private List<Integer> page(String order, int offset, int limit) {
    return before.page(
        order,
        offset,
        limit,
        (last, rows) -> stored.tailSet(last, false).stream().limit(rows).toList(),
        (rows, from) -> stored.stream().skip(from).limit(rows).toList());
  }
}
