package comms.ingestion;

import java.io.InputStream;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;

/** The way through a door for bodies that another module reads: bounded, timed and counted. */
public interface Doorway {

  /**
   * Reads a body whole and has it worked on.
   *
   * @param door by which name its requests are counted
   * @param announced the length that the request announces, below 0 where it announces none
   * @param most how long the body may be
   * @throws Refusal when the body is too long or too slow, or too many are worked on already
   */
  <T> T through(
      String door, InputStream body, long announced, DataSize most, Function<byte[], T> work);
}
