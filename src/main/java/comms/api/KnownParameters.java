package comms.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.core.StandardReflectionParameterNameDiscoverer;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that an address of the API does not have, and one of its own that comes twice,
 * so that nobody takes an answer for narrowed when it is not. Addresses that take all parameters as
 * they come check them themselves.
 */
final class KnownParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !isForm(request) && !takesAll(method)) {
      check(request.getParameterMap(), names(method));
    }
    return true;
  }

  static void check(Map<String, String[]> given, Set<String> known) {
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw new BadParameter(
                "there is no parameter "
                    + Shown.of(name)
                    + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)),
                known);
          }
          if (values.length > 1) {
            throw new BadParameter(name + " is given more than once");
          }
        });
  }

  /** Parameters of a form would be read from its body, which is the handler's. */
  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/"));
  }

  private static boolean takesAll(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(
            parameter ->
                parameter.hasParameterAnnotation(ModelAttribute.class)
                    || (parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType())));
  }

  private static Set<String> names(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(KnownParameters::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(MethodParameter parameter) {
    RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
    if (annotation != null && !annotation.name().isEmpty()) {
      return annotation.name();
    }
    parameter.initParameterNameDiscovery(new StandardReflectionParameterNameDiscoverer());
    return String.valueOf(parameter.getParameterName());
  }
}
