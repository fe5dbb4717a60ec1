package comms.metrics.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which question the parameters of a request are read as, for the document of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Asked {

  As value();

  /** The questions. */
  enum As {
    FIGURE,
    RECORDS,
    RECORDS_AS_CSV,
    WATERFALL,
    BUDGET
  }
}
