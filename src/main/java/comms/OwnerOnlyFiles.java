package comms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps everything in the data directory for its owner only, before anything is written there: this
 * process and those that it starts make files without rights for others, and what an earlier start
 * has left open is closed. Where the file system knows no such rights, nothing is done.
 */
class OwnerOnlyFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** The rights that new files do not get: everything for group and others. */
  private static final int MASK = 0077;

  private static final String FILE = "rw-------";
  private static final String DIRECTORY = "rwx------";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Path data = Path.of(context.getEnvironment().getProperty("comms.data-dir", "data"));
    maskNewFiles();
    close(data);
  }

  /** Takes the rights of group and others from the directory and everything below it. */
  static void close(Path data) {
    try {
      Files.createDirectories(data);
      if (Files.getFileAttributeView(data, PosixFileAttributeView.class) != null) {
        Files.walkFileTree(data, new Closing());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + data + " cannot be closed", e);
    }
  }

  /** Java has no name for what the C library calls umask. */
  private static void maskNewFiles() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> umask = linker.defaultLookup().find("umask");
    if (umask.isEmpty()) {
      return;
    }
    try {
      int _ =
          (int)
              linker
                  .downcallHandle(
                      umask.get(),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                  .invokeExact(MASK);
    } catch (Throwable e) {
      throw new IllegalStateException("The rights of new files cannot be set", e);
    }
  }

  /** Closes what it meets; what an engine that ends meanwhile takes away needs no closing. */
  private static final class Closing extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(DIRECTORY));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
