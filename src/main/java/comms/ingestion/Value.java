package comms.ingestion;

import tools.jackson.databind.JsonNode;

/** The value of a property after normalising. */
sealed interface Value {

  /** A value of its property's Java type. */
  record Fit(Object value) implements Value {}

  /** A value outside its property's type, as sent; of objects and arrays only the kind. */
  record Unfit(JsonNode sent) implements Value {}
}
