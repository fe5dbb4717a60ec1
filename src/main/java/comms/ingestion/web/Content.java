package comms.ingestion.web;

import java.io.Reader;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found in a request's body.
 *
 * @param json the JSON text, unpacked while it is read
 * @param key the project key that a form around the JSON names; to be asked when that is read
 */
record Content(Reader json, Supplier<Optional<String>> key) {

  Content(Reader json) {
    this(json, Optional::empty);
  }
}
