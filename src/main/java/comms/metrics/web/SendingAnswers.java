package comms.metrics.web;

import comms.metrics.Effort;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bounds the memory of the answers that are being sent, all of them together: an answer's part is
 * held from before it is asked for until its last byte is written, since a client may read slowly.
 */
@Component
class SendingAnswers implements HandlerInterceptor, WebMvcConfigurer {

  private static final String HELD = SendingAnswers.class.getName();

  private final Effort effort =
      new Effort(Runtime.getRuntime().maxMemory() / 8, Duration.ofSeconds(10));

  /**
   * Holds that much until the request of this thread is over; once for each request.
   *
   * @throws comms.metrics.TooBusy when it cannot be had in time
   */
  void hold(long bytes) {
    RequestAttributes request = RequestContextHolder.currentRequestAttributes();
    request.setAttribute(HELD, effort.take(bytes), RequestAttributes.SCOPE_REQUEST);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(HELD) instanceof Effort.Held held) {
      request.removeAttribute(HELD);
      held.close();
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/metrics/**");
  }
}
