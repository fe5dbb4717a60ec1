package comms.api;

import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A parameter that makes no sense: a 400 whose sentence names it. */
public class BadParameter extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  public BadParameter(String sentence) {
    this(sentence, List.of());
  }

  /**
   * @param allowed the values that it may have, told apart from the sentence too
   */
  public BadParameter(String sentence, Collection<String> allowed) {
    super(HttpStatus.BAD_REQUEST, problem(sentence, allowed), null);
  }

  /** A value outside a closed list. */
  public static BadParameter outside(String name, String value, Collection<String> allowed) {
    return new BadParameter(
        name + " is one of " + String.join(", ", allowed) + ", not " + Shown.of(value), allowed);
  }

  private static ProblemDetail problem(String sentence, Collection<String> allowed) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence);
    if (!allowed.isEmpty()) {
      problem.setProperty("allowed", List.copyOf(allowed));
    }
    return problem;
  }
}
