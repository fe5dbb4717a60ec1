package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.databind.json.JsonMapper;

class BearerTokenFilterTest {

  private static final String TOKEN = "0123456789abcdef";

  private final SecurityContextHolderStrategy contexts = new OneContext();
  private final BearerTokenFilter filter =
      new BearerTokenFilter(
          new ApiTokens(List.of("reports:" + TOKEN)), new Problem(new JsonMapper()), contexts);
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final List<Authentication> known = new ArrayList<>();
  private final FilterChain chain = (_, _) -> known.add(contexts.getContext().getAuthentication());

  @Test
  void tellsItsOwnApplicationWhoAsksAndNoOther() throws Exception {
    filter.doFilter(request("Bearer " + TOKEN), response, chain);

    assertThat(known).singleElement().extracting(Authentication::getName).isEqualTo("reports");
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    assertThat(contexts.getContext().getAuthentication()).as("after the request").isNull();
  }

  @Test
  void lets401AnswerAWrongToken() throws Exception {
    filter.doFilter(request("Bearer " + TOKEN + "0"), response, chain);

    assertThat(known).isEmpty();
    assertThat(response.getStatus()).isEqualTo(401);
  }

  private static MockHttpServletRequest request(String authorization) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/metrics");
    request.addHeader("Authorization", authorization);
    return request;
  }

  /** A place of its own, as each application in one JVM has. */
  private static final class OneContext implements SecurityContextHolderStrategy {

    private SecurityContext context = new SecurityContextImpl();

    @Override
    public void clearContext() {
      context = new SecurityContextImpl();
    }

    @Override
    public SecurityContext getContext() {
      return context;
    }

    @Override
    public void setContext(SecurityContext context) {
      this.context = context;
    }

    @Override
    public SecurityContext createEmptyContext() {
      return new SecurityContextImpl();
    }
  }
}
