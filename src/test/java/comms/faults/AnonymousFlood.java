package comms.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Requests of people who have not logged in, for all that a server might keep something for. */
final class AnonymousFlood {

  private static final int AT_ONCE = 8;

  private static final List<String> PATHS =
      List.of(
          "/?v-r=init&location=",
          "/login",
          "/login?v-r=init&location=login",
          "/",
          "/product?period=7d",
          "/VAADIN/build/none.js",
          "/VAADIN/push?v-r=push",
          "/?v-r=uidl&v-uiId=0",
          "/?v-r=heartbeat&v-uiId=0",
          "/?v-r=webcomponent-resync",
          "/vaadinServlet/?v-r=init&location=",
          "/favicon.ico",
          "/nowhere/at/all",
          "/themes/comms/nothing.css");

  private AnonymousFlood() {}

  /**
   * Sends so many, one kind after the other.
   *
   * @throws AssertionError when one of them was given a session
   */
  static void pour(URI address, int count) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable String> given = new AtomicReference<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        threads.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        ask(http, address.resolve(PATHS.get(n % PATHS.size())), given);
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    if (given.get() != null) {
      throw new AssertionError("A stranger was given a session by " + given.get());
    }
  }

  private static void ask(HttpClient http, URI uri, AtomicReference<@Nullable String> given) {
    try {
      HttpResponse<Void> answer =
          http.send(
              HttpRequest.newBuilder(uri).header("Accept", "text/html").build(),
              BodyHandlers.discarding());
      if (answer.headers().allValues("Set-Cookie").stream()
          .anyMatch(cookie -> cookie.startsWith("JSESSIONID"))) {
        given.set(uri.toString());
      }
    } catch (IOException cut) {
      // The doors' answers are what counts here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
