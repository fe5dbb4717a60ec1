package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionTest {

  private static final Path PAGE = Path.of("docs", "decisions", "003-access.md");

  @Test
  void thePageOfTheDecisionHasTheSameTable() throws Exception {
    Map<String, List<String>> code = new LinkedHashMap<>();
    for (Permission permission : Permission.values()) {
      code.put(permission.name().toLowerCase(Locale.ROOT), cells(permission));
    }
    assertThat(page()).containsExactlyEntriesOf(code);
  }

  private static List<String> cells(Permission permission) {
    return Stream.concat(
            Arrays.stream(Role.values())
                .map(role -> permission.roles().contains(role) ? "yes" : ""),
            Stream.of(
                permission.scopes().stream()
                    .sorted()
                    .map(Scope::wireName)
                    .collect(Collectors.joining(", "))))
        .toList();
  }

  /** The rows of the page, without what is said in words. */
  private static Map<String, List<String>> page() throws Exception {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| `")) {
        List<String> cells =
            Arrays.stream(line.split("\\|", -1)).map(cell -> cell.strip()).toList();
        rows.put(cells.get(1).replace("`", ""), cells.subList(3, cells.size() - 1));
      }
    }
    return rows;
  }

  @Test
  void rolesAreNamedAsTheAnnotationsNeedThem() throws Exception {
    for (Role role : Role.values()) {
      assertThat(Role.Name.class.getField(role.name()).get(null)).isEqualTo(role.name());
    }
  }
}
