package comms.ingestion;

import comms.ingestion.Reception.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Takes in a file of events, one JSON object on each line, through the same steps as a request. It
 * is kept chunk by chunk; sending a file again changes nothing, so an import that broke off is
 * simply repeated.
 */
@Service
public class FileImport {

  private final CaptureReader reader;
  private final Reception reception;
  private final DoorLimits limits;

  FileImport(CaptureReader reader, Reception reception, DoorLimits limits) {
    this.reader = reader;
    this.reception = reception;
    this.limits = limits;
  }

  /** Where the numbers of an import go while it runs. */
  @FunctionalInterface
  public interface Listener {

    /** Is told after each chunk that was kept. */
    void kept(Progress progress) throws IOException;
  }

  /** How many events were read so far, and what became of them. */
  public record Progress(long read, long accepted, long quarantined) {

    Progress plus(Receipt receipt) {
      return new Progress(
          read + receipt.accepted() + receipt.quarantined(),
          accepted + receipt.accepted(),
          quarantined + receipt.quarantined());
    }
  }

  /**
   * Checks the key of an import.
   *
   * @throws Refusal when it is not a project key
   */
  public void authenticate(Optional<String> key) {
    reception.authenticate(key.map(Set::of).orElse(Set.of()));
  }

  /**
   * Reads lines to the end; blank ones are skipped, unreadable ones go to quarantine.
   *
   * @throws Refusal when a chunk cannot be kept; the chunks before it are
   */
  public Progress read(InputStream in, Listener listener) throws IOException {
    Lines lines = new Lines(in, limits.event());
    Progress progress = new Progress(0, 0, 0);
    Chunk chunk = new Chunk();
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      chunk.add(line.get());
      if (chunk.events.size() == limits.importChunk()) {
        progress = keep(chunk, progress, listener);
        chunk = new Chunk();
      }
    }
    return chunk.events.isEmpty() ? progress : keep(chunk, progress, listener);
  }

  private Progress keep(Chunk chunk, Progress before, Listener listener) throws IOException {
    Progress progress =
        before.plus(reception.keep(chunk.events, Optional.empty(), Source.IMPORT, chunk.stripped));
    listener.kept(progress);
    return progress;
  }

  /** The events that are kept together. */
  private final class Chunk {

    private final List<RawEvent> events = new ArrayList<>();
    private final StrippedProperties stripped = new StrippedProperties();
    private final EventText.Decoder decoder = new EventText.Decoder();

    void add(Lines.Line line) {
      if (!line.isBlank()) {
        events.add(event(line));
      }
    }

    private RawEvent event(Lines.Line line) {
      return line.whole()
          ? reader.readEvent(decoder.decode(line.bytes(), line.length()), stripped)
          : RawEvent.unreadable();
    }
  }
}
