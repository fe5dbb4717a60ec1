package comms.ingestion.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the journal. At each of the first two the doors answer 503, and everything that was
 * acknowledged is safe.
 *
 * @param minDiskFree how much room the disk has to have left
 * @param maxSize how much the backlog may take on disk
 * @param maxMemory how much of the backlog is kept in memory too, before it is only on disk
 * @param senders how many requests may be on their way to the disk at once
 * @param batchEvents how many events are written to the store together
 * @param batchSize how much of the journal is written to the store together
 * @param longestPause the longest pause before a batch is written again that the store did not take
 */
@ConfigurationProperties("comms.journal")
record JournalSettings(
    @DefaultValue("512MB") DataSize minDiskFree,
    @DefaultValue("20GB") DataSize maxSize,
    @DefaultValue("32MB") DataSize maxMemory,
    @DefaultValue("64") int senders,
    @DefaultValue("10000") int batchEvents,
    @DefaultValue("8MB") DataSize batchSize,
    @DefaultValue("15s") Duration longestPause) {}
