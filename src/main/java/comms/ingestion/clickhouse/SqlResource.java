package comms.ingestion.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The text of an SQL file beside this class, without its comment lines. */
final class SqlResource {

  private SqlResource() {}

  static String read(String name) {
    try {
      return new ClassPathResource(name, SqlResource.class)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.stripLeading().startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("the SQL resource " + name + " cannot be read", e);
    }
  }
}
