package comms.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Secrets that nobody configured: made once, kept in the data directory, one file each, for its
 * owner's eyes only.
 */
public class SecretFiles {

  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private final Path directory;

  public SecretFiles(Path dataDirectory) {
    this.directory = dataDirectory.resolve("secrets");
  }

  /**
   * A secret and whether it is new, in which case somebody should be told.
   *
   * @param file where it is kept
   */
  public record Secret(String value, boolean created, Path file) {

    @Override
    public String toString() {
      return "Secret[" + file + "]";
    }
  }

  /**
   * The secret of this name, made on the first call, the same on every later one.
   *
   * @param name a file name, for example {@code pseudonym-key}
   */
  public synchronized Secret once(String name, Supplier<String> maker) {
    Path file = directory.resolve(name);
    Optional<String> kept = find(name);
    return kept.isPresent()
        ? new Secret(kept.get(), false, file)
        : new Secret(keep(name, maker.get()), true, file);
  }

  /** The secret of this name, if there is one. */
  public synchronized Optional<String> find(String name) {
    Path file = directory.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The secret " + file + " cannot be read", e);
    }
  }

  /** Keeps a secret under a name, in the place of an older one; returns it. */
  public synchronized String keep(String name, String value) {
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      // Created for the owner only and moved when whole: nobody reads it early, and no crash
      // leaves half of it.
      Path draft = Files.createTempFile(directory, name, ".draft");
      Files.writeString(draft, value + "\n");
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("No secret can be kept in " + directory, e);
    }
  }

  /** A random secret of letters and digits, without those that look alike. */
  public static String random(int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder secret = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }
}
