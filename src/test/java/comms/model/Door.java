package comms.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A way in: where it is, and how the body is written. */
record Door(String path, Writing writing) {

  /** How SDKs write their bodies, old and new. */
  enum Writing {
    PLAIN,
    GZIP,
    /** Compressed without a word about it, as a browser does to need no leave of the server. */
    GZIP_UNSAID,
    FORM
  }

  static final List<String> PATHS =
      List.of(
          "/batch",
          "/capture",
          "/e",
          "/i/v0/e",
          "/track",
          "/engage",
          "/batch/",
          "/capture/",
          "/e/",
          "/i/v0/e/",
          "/track/",
          "/engage/");

  /** Every path with every writing comes up among so many numbers in a row. */
  static final int COUNT = PATHS.size() * Writing.values().length;

  static Door number(int number) {
    Writing[] writings = Writing.values();
    return new Door(
        PATHS.get(number % PATHS.size()),
        writings[(number / PATHS.size() + number) % writings.length]);
  }

  HttpRequest request(URI address, byte[] json) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    return switch (writing) {
      case PLAIN ->
          request
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(json))
              .build();
      case GZIP ->
          request
              .header("Content-Type", "application/json")
              .header("Content-Encoding", "gzip")
              .POST(BodyPublishers.ofByteArray(zip(json)))
              .build();
      case GZIP_UNSAID ->
          request
              .header("Content-Type", "text/plain")
              .POST(BodyPublishers.ofByteArray(zip(json)))
              .build();
      case FORM -> {
        String text = Base64.getEncoder().encodeToString(json);
        yield request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "data=" + URLEncoder.encode(text, StandardCharsets.US_ASCII)))
            .build();
      }
    };
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
