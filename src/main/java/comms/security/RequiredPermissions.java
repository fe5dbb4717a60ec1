package comms.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets those through to a handler of the API who have what it {@link Requires}, and nobody to one
 * that says nothing. It stands behind the choice of the handler, so that no spelling of an address
 * leads past it.
 */
class RequiredPermissions implements HandlerInterceptor {

  private final Access access;

  RequiredPermissions(Access access) {
    this.access = access;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && !HttpMethod.OPTIONS.matches(request.getMethod())) {
      Requires required = method.getMethodAnnotation(Requires.class);
      if (required == null || Arrays.stream(required.value()).noneMatch(access::may)) {
        throw new AccessDeniedException("not permitted");
      }
    }
    return true;
  }
}
