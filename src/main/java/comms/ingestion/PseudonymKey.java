package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the pseudonyms: the configured one, else one that was made on first start and lies
 * beside the data, readable by its owner only. Losing it means that people known so far get new
 * pseudonyms.
 */
final class PseudonymKey {

  private static final Logger LOG = LoggerFactory.getLogger(PseudonymKey.class);
  private static final String FILE = "pseudonym.key";
  private static final int BYTES = 32;

  private PseudonymKey() {}

  /** The key to use; made and stored where none is configured and none was made before. */
  static byte[] of(String configured, Path dataDirectory) {
    if (!configured.isBlank()) {
      return configured.strip().getBytes(UTF_8);
    }
    Path file = dataDirectory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      String stored = Files.readString(file).strip();
      if (stored.isEmpty()) {
        throw new IllegalStateException(
            "The pseudonym key file " + file + " is empty; restore it or delete it.");
      }
      return stored.getBytes(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The pseudonym key file " + file + " cannot be used", e);
    }
  }

  /** Writes beside and moves, so that a crash leaves a whole key or none. */
  private static void create(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(directory, FILE, ".new", ownerOnly(directory));
    try {
      Files.writeString(draft, HexFormat.of().formatHex(key));
      Files.createLink(file, draft);
      LOG.info(
          "No COMMS_PSEUDONYM_KEY is set: made a key and stored it in {}. Keep it with the data.",
          file);
    } catch (FileAlreadyExistsException other) {
      LOG.debug("Another process made the pseudonym key first", other);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
    boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
