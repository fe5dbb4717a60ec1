package comms.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A directory that is a disk of its own, which can be full or read-only; needs root and Linux. */
final class SmallDisk implements AutoCloseable {

  private final Path directory;
  private final Path ballast;
  private boolean readOnly;

  private SmallDisk(Path directory) {
    this.directory = directory;
    this.ballast = directory.resolve("ballast");
  }

  static SmallDisk at(Path directory, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
    return new SmallDisk(directory);
  }

  /** Writes until nothing more fits. */
  void fill() throws IOException {
    byte[] block = new byte[65_536];
    for (int size = block.length; size > 0; size /= 16) {
      fillBy(block, size);
    }
  }

  private void fillBy(byte[] block, int size) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(directory).getUsableSpace() > 0) {
        out.write(block, 0, size);
      }
    } catch (IOException full) {
      if (Files.getFileStore(directory).getUsableSpace() > block.length) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.delete(ballast);
  }

  /**
   * Nothing can be created, renamed or deleted any more. Files that are open can still be written
   * to, which is why the disk is covered by a read-only view of itself: it cannot be made so while
   * somebody writes.
   */
  void makeReadOnly() throws IOException, InterruptedException {
    run("mount", "--bind", directory.toString(), directory.toString());
    readOnly = true;
    run("mount", "-o", "remount,bind,ro", directory.toString());
  }

  void makeWritable() throws IOException, InterruptedException {
    run("umount", "--lazy", directory.toString());
    readOnly = false;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (readOnly) {
      makeWritable();
    }
    run("umount", "--lazy", directory.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("This failed: " + String.join(" ", command));
    }
  }
}
