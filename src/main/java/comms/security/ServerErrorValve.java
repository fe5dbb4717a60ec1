package comms.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Reports what the server refuses before the application sees it, such as a request line that
 * cannot be read. The server makes it by its name, hence it is public.
 */
public final class ServerErrorValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ErrorDocument document = ErrorDocument.of(status, request);
    try {
      response.resetBuffer(true);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentType(document.type().toString());
      response.setContentLength(document.content().length);
      response.getOutputStream().write(document.content());
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
    }
  }
}
