package comms.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system calls of an application, as {@code strace -f -y} writes them, read for one question:
 * was every request on disk before it was answered? An answer is proven when, after the last of its
 * request was read and before the first of the answer was written, something was written to a file
 * below the directory, and after that the same file was synchronised, successfully and to the end.
 */
final class FsyncTrace {

  private static final Pattern LINE =
      Pattern.compile("(\\d+) +(?:<\\.\\.\\. (\\w+) resumed>(.*)|(\\w+)\\((.*))");
  private static final Pattern FILE = Pattern.compile("(\\d+<([^>]*)>).*", Pattern.DOTALL);
  private static final Pattern RETURNED = Pattern.compile("\\) += (-?\\d+)[^)]*$");
  private static final String UNFINISHED = "<unfinished ...>";

  private final String below;
  private final Map<String, Call> unfinished = new HashMap<>();
  private final Map<String, Call> lastRead = new HashMap<>();
  private final Map<String, Boolean> asked = new HashMap<>();
  private final List<Call> writes = new ArrayList<>();
  private final List<Call> syncs = new ArrayList<>();
  private final List<Integer> unproven = new ArrayList<>();
  private int answers;
  private int line;

  private FsyncTrace(Path directory) {
    this.below = directory.toAbsolutePath() + "/";
  }

  /**
   * A system call.
   *
   * @param begin the line in which it begins
   * @param end the line in which it is over
   * @param file number and name of what it is about
   */
  private record Call(String name, int begin, int end, String file, String arguments) {

    boolean succeeded() {
      Matcher returned = RETURNED.matcher(arguments);
      return returned.find() && !returned.group(1).startsWith("-");
    }
  }

  /**
   * What the trace shows.
   *
   * @param answers how many requests were answered with 200
   * @param unproven the lines of those answers that no write and sync came before
   */
  record Result(int answers, List<Integer> unproven) {

    boolean isProven() {
      return answers > 0 && unproven.isEmpty();
    }
  }

  /** Reads a trace; only answers to requests of the batch doors are looked at. */
  static Result of(Stream<String> lines, Path directory) {
    FsyncTrace trace = new FsyncTrace(directory);
    lines.forEachOrdered(trace::read);
    return new Result(trace.answers, trace.unproven);
  }

  private void read(String text) {
    line++;
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) {
      return;
    }
    String thread = parts.group(1);
    if (parts.group(2) != null) {
      resume(thread, parts.group(3));
    } else {
      begin(thread, parts.group(4), parts.group(5));
    }
  }

  private void begin(String thread, String name, String arguments) {
    file(arguments)
        .ifPresent(
            file -> {
              Call call = new Call(name, line, line, file, arguments);
              if (isWrite(name)) {
                answer(call);
              }
              if (arguments.endsWith(UNFINISHED)) {
                unfinished.put(thread, call);
              } else {
                end(call);
              }
            });
  }

  private void resume(String thread, String rest) {
    Call call = unfinished.remove(thread);
    if (call != null) {
      String arguments = call.arguments().replace(UNFINISHED, "") + rest;
      end(new Call(call.name(), call.begin(), line, call.file(), arguments));
    }
  }

  private void end(Call call) {
    if (!call.succeeded()) {
      return;
    }
    if (isRead(call.name())) {
      lastRead.put(call.file(), call);
      if (call.arguments().contains("\"POST /batch")) {
        asked.put(call.file(), true);
      }
    } else if (call.file().contains("<" + below)) {
      (isWrite(call.name()) ? writes : syncs).add(call);
    }
  }

  /** An answer is judged when its writing begins. */
  private void answer(Call write) {
    if (write.arguments().contains("\"HTTP/1.1 200") && asked.remove(write.file()) != null) {
      answers++;
      Call request = lastRead.get(write.file());
      if (request == null || !isOnDiskSince(request.end())) {
        unproven.add(line);
      }
    }
  }

  private boolean isOnDiskSince(int since) {
    for (Call sync : syncs.reversed()) {
      if (sync.begin() < since) {
        continue;
      }
      if (writes.reversed().stream()
          .takeWhile(write -> write.end() > since)
          .anyMatch(
              write ->
                  write.file().equals(sync.file())
                      && write.begin() > since
                      && write.end() < sync.begin())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> file(String arguments) {
    Matcher file = FILE.matcher(arguments);
    return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
  }

  private static boolean isRead(String name) {
    return name.equals("read") || name.equals("recvfrom");
  }

  private static boolean isWrite(String name) {
    return name.startsWith("write") || name.startsWith("pwrite") || name.equals("sendto");
  }
}
