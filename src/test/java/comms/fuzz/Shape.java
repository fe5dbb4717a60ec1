package comms.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The shapes in which several or single events of one sender arrive. */
enum Shape {
  BATCH("/batch/") {
    @Override
    String body(List<String> elements, String key) {
      return "{\"api_key\":\"%s\",\"batch\":[%s],\"sent_at\":\"2026-01-05T10:00:00Z\"}"
          .formatted(key, String.join(",", elements));
    }
  },
  GZIP("/batch") {
    @Override
    String body(List<String> elements, String key) {
      return gzip(BATCH.body(elements, key));
    }
  },
  ARRAY("/e/?ver=1.260.0") {
    @Override
    String body(List<String> elements, String key) {
      return "[" + String.join(",", elements) + "]";
    }
  },
  FORM("/e/?compression=base64") {
    @Override
    String body(List<String> elements, String key) {
      return "data=" + encoded(base64(BATCH.body(elements, key)));
    }
  },
  PLAIN_FORM("/i/v0/e/") {
    @Override
    String body(List<String> elements, String key) {
      return "data=" + encoded(BATCH.body(elements, key));
    }
  },
  ADDRESS("/e/?ip=1&data=") {
    @Override
    String body(List<String> elements, String key) {
      return encoded(base64(BATCH.body(elements, key)));
    }
  },
  SINGLE("/capture/") {
    @Override
    String body(List<String> elements, String key) {
      String one = elements.getFirst();
      return one.startsWith("{") ? "{\"api_key\":\"" + key + "\"," + one.substring(1) : one;
    }
  },
  IMPORT("/api/v1/import") {
    @Override
    String body(List<String> elements, String key) {
      return String.join("\n", elements.stream().map(e -> e.replace('\n', ' ')).toList()) + "\n";
    }

    @Override
    Map<String, String> headers(String key) {
      return Map.of("X-Api-Key", key);
    }
  },
  WEB_PUSH("/webhooks/web-push") {
    @Override
    String body(List<String> elements, String key) {
      return "{\"api_key\":\"%s\",\"outcomes\":[%s]}".formatted(key, String.join(",", elements));
    }
  };

  private final String path;

  Shape(String path) {
    this.path = path;
  }

  abstract String body(List<String> elements, String key);

  Map<String, String> headers(String key) {
    return Map.of();
  }

  String path() {
    return path;
  }

  private static String gzip(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(ISO_8859_1);
  }

  private static String base64(String body) {
    return Base64.getEncoder().encodeToString(body.getBytes(ISO_8859_1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, ISO_8859_1);
  }
}
