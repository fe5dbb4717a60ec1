package comms.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine's directory: its store, its configuration, its logs, and the lock that keeps
 * it to one application. Only its owner may read it.
 */
class EngineDirectory implements AutoCloseable {

  private final Path root;
  private final FileChannel lock;

  private EngineDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes the directory for this application until it is closed or the process ends.
   *
   * @throws EngineUnavailable when another application has it, or it cannot be written
   */
  static EngineDirectory take(Path root) {
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new EngineUnavailable(
            "Another application is using the data directory "
                + root.toAbsolutePath().normalize().getParent()
                + ": stop it, or choose another directory with COMMS_DATA_DIR.");
      }
      return new EngineDirectory(root.toAbsolutePath(), channel);
    } catch (IOException e) {
      throw new EngineUnavailable("The data directory " + root + " cannot be used: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another context of this very JVM has it.
    }
  }

  Path store() {
    return directory("store");
  }

  /** What the engine itself logs: warnings and errors; it turns the file over by itself. */
  Path log() {
    return root.resolve("engine.log");
  }

  /** What the engine's process prints, which is little, unless it cannot start or crashes. */
  Path output() {
    return root.resolve("engine.out");
  }

  /** Writes a file that only its owner may read; an old one is replaced. */
  Path write(String name, String content) {
    return write(root.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  /** A class path that holds a copy of one class, which must need no other. */
  Path classPath(Class<?> type) {
    Path classes = directory("process");
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getResourceAsStream("/" + file)) {
      if (bytes == null) {
        throw new IllegalStateException("The class file of " + type + " is not on the class path");
      }
      Files.createDirectories(classes.resolve(file).getParent());
      write(classes.resolve(file), bytes.readAllBytes());
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path directory(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, byte[] content) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
