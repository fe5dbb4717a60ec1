package comms.ingestion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may bring at most.
 *
 * @param body the body as sent, compressed or not
 * @param decoded the body after each step of decompression
 * @param events how many events a batch may have
 * @param event the length of one event in characters; also of one line of an import
 * @param importChunk how many lines of an import are kept at a time
 * @param time how long a body may take to arrive
 * @param arriving how much memory the bodies may take that are arriving or worked on, all together
 * @param inFlight how many requests are worked on at once; one counts once for each started
 *     mebibyte of its unpacked body
 * @param imports how many files are taken in at once
 * @param rate how many events a second one project key may send, averaged over ten seconds
 */
@ConfigurationProperties("comms.door")
public record DoorLimits(
    @DefaultValue("20MB") DataSize body,
    @DefaultValue("20MB") DataSize decoded,
    @DefaultValue("10000") int events,
    @DefaultValue("1000000") int event,
    @DefaultValue("2000") int importChunk,
    @DefaultValue("30s") Duration time,
    @DefaultValue("64MB") DataSize arriving,
    @DefaultValue("128") int inFlight,
    @DefaultValue("16") int imports,
    @DefaultValue("10000") int rate) {

  /** The limits without any configuration. */
  static DoorLimits defaults() {
    return new DoorLimits(
        DataSize.ofMegabytes(20),
        DataSize.ofMegabytes(20),
        10_000,
        1_000_000,
        2_000,
        Duration.ofSeconds(30),
        DataSize.ofMegabytes(64),
        128,
        16,
        10_000);
  }
}
