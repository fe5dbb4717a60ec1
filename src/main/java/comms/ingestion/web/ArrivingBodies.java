package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Bodies while they arrive, before anything is held for them but memory, of which there is one
 * bound for all. Where it is reached, the body that began to arrive first is given up: one that
 * comes at once is never that one.
 */
@Component
class ArrivingBodies {

  private static final String BROKEN = "The body did not arrive whole; please send it again.";
  private static final int CHUNK = 8 * 1024;

  /** What an array and its place in a list take beside its bytes. */
  private static final int OVERHEAD = 32;

  private final DoorLimits limits;
  private final long most;
  private final LinkedHashSet<Arrived> arriving = new LinkedHashSet<>();
  private long held;

  ArrivingBodies(DoorLimits limits) {
    this.limits = limits;
    this.most = limits.arriving().toBytes();
  }

  /**
   * Waits until a body is there and has it worked on.
   *
   * @param announced the length that the request announces, below 0 where it announces none
   * @throws Refusal when it is too long, too slow or cut off, or had to make room for others
   */
  <T> T whole(InputStream body, long announced, DataSize longest, Function<Arrived, T> work) {
    String tooLong = "The body is larger than %,d bytes.".formatted(longest.toBytes());
    if (announced > longest.toBytes()) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong);
    }
    InputStream in =
        new GuardedInputStream(
            new InTimeInputStream(body, limits.time()),
            longest.toBytes(),
            tooLong,
            Refusal.Kind.UNAVAILABLE,
            BROKEN);
    Arrived arrived = new Arrived();
    begin(arrived);
    try {
      fill(arrived, in, announced);
      end(arrived);
      return work.apply(arrived);
    } finally {
      drop(arrived);
    }
  }

  private void fill(Arrived arrived, InputStream in, long announced) {
    byte[] buffer = new byte[CHUNK];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        add(arrived, Arrays.copyOf(buffer, read));
      }
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, BROKEN, e);
    }
    if (arrived.length < announced) {
      throw new Refusal(Refusal.Kind.UNAVAILABLE, BROKEN);
    }
  }

  private synchronized void begin(Arrived arrived) {
    arriving.add(arrived);
  }

  private synchronized void end(Arrived arrived) {
    arriving.remove(arrived);
    arrived.check();
  }

  private synchronized void add(Arrived arrived, byte[] chunk) {
    long more = (long) chunk.length + OVERHEAD;
    while (held + more > most && !arriving.isEmpty()) {
      Arrived first = arriving.getFirst();
      first.givenUp = true;
      drop(first);
    }
    if (held + more > most) {
      arrived.givenUp = true;
    }
    arrived.check();
    arrived.chunks.add(chunk);
    arrived.length += chunk.length;
    arrived.held += more;
    held += more;
  }

  private synchronized void drop(Arrived arrived) {
    arriving.remove(arrived);
    held -= arrived.held;
    arrived.held = 0;
    arrived.chunks.clear();
  }

  /** A body that has arrived. */
  static final class Arrived {

    private final List<byte[]> chunks = new ArrayList<>();
    private int length;
    private long held;
    private boolean givenUp;

    /** The body from its beginning, each time. */
    InputStream open() {
      return new SequenceInputStream(
          Collections.enumeration(chunks.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** The body as one array. */
    byte[] bytes() {
      byte[] bytes = new byte[length];
      int position = 0;
      for (byte[] chunk : chunks) {
        System.arraycopy(chunk, 0, bytes, position, chunk.length);
        position += chunk.length;
      }
      return bytes;
    }

    private void check() {
      if (givenUp) {
        throw new Refusal(
            Refusal.Kind.BUSY, "Too much arrives at once; please send the body again.");
      }
    }
  }
}
