package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.security.SecretFiles;
import comms.security.SecretFiles.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of the pseudonyms: the configured one, else one that was made on first start and lies
 * beside the data, readable by its owner only. Losing it means that people known so far get new
 * pseudonyms.
 */
final class PseudonymKey {

  private static final Logger LOG = LoggerFactory.getLogger(PseudonymKey.class);
  private static final String NAME = "pseudonym-key";
  private static final int LENGTH = 43;

  private PseudonymKey() {}

  /** The key to use; made and kept where none is configured and none was made before. */
  static byte[] of(String configured, SecretFiles secrets) {
    if (!configured.isBlank()) {
      return configured.strip().getBytes(UTF_8);
    }
    Secret kept = secrets.once(NAME, () -> SecretFiles.random(LENGTH));
    if (kept.value().isBlank()) {
      throw new IllegalStateException(
          "The pseudonym key file " + kept.file() + " is empty; restore it or delete it.");
    }
    if (kept.created()) {
      LOG.info(
          "No COMMS_PSEUDONYM_KEY is set: made a key and stored it in {}. Keep it with the data.",
          kept.file());
    }
    return kept.value().getBytes(UTF_8);
  }
}
