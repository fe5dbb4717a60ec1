package comms.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Knows again the devices on which somebody has logged in, by a signed cookie that holds for this
 * one name. It opens nothing: it only spares its bearer the pauses that others have caused.
 */
class KnownDevices {

  static final String COOKIE = "comms-device";

  private static final Duration LIFE = Duration.ofDays(90);
  private static final int ID_LENGTH = 20;

  private final SecretKeySpec key;

  KnownDevices(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** What the device is known by, if that name has logged in on it before. */
  Optional<String> known(HttpServletRequest request, String name) {
    if (request.getCookies() == null) {
      return Optional.empty();
    }
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals(COOKIE)) {
        return id(cookie.getValue(), name);
      }
    }
    return Optional.empty();
  }

  private Optional<String> id(String value, String name) {
    int dot = value.indexOf('.');
    if (dot != ID_LENGTH) {
      return Optional.empty();
    }
    String id = value.substring(0, dot);
    boolean ours =
        MessageDigest.isEqual(
            signed(id, name).getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(id) : Optional.empty();
  }

  /** Gives the device a cookie by which it is known again. */
  void remember(HttpServletRequest request, HttpServletResponse response, String name) {
    if (known(request, name).isPresent()) {
      return;
    }
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, signed(SecretFiles.random(ID_LENGTH), name))
            .path(request.getContextPath() + "/login")
            .maxAge(LIFE)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String signed(String id, String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] signature =
          mac.doFinal((id + "|" + LoginAttempt.normal(name)).getBytes(StandardCharsets.UTF_8));
      return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
