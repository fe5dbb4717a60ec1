package comms.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Strangers who open sockets and then send next to nothing, in each of the ways that make a server
 * wait. Whoever is cut off comes again at once.
 */
public final class SlowSockets implements AutoCloseable {

  private static final long STEP_MS = 4_000;
  private static final long TICK_MS = 50;
  private static final int MOST_AT_ONCE = 100;

  private final InetSocketAddress server;
  private final String host;
  private final String key;
  private final List<Slow> sockets = new ArrayList<>();
  private final CompletableFuture<Void> allOpen = new CompletableFuture<>();
  private final AtomicInteger comeAgain = new AtomicInteger();
  private final Thread thread;

  private SlowSockets(URI address, String key, int count) {
    this.server = new InetSocketAddress(address.getHost(), address.getPort());
    this.host = address.getAuthority();
    this.key = key;
    for (int i = 0; i < count; i++) {
      sockets.add(new Slow(Way.values()[i % Way.values().length]));
    }
    thread = Thread.ofPlatform().daemon().name("slow-sockets").start(this::run);
  }

  /** Opens so many, and returns when each of them has been open once. */
  public static SlowSockets open(URI address, String key, int count) {
    SlowSockets sockets = new SlowSockets(address, key, count);
    sockets.allOpen.orTimeout(60, TimeUnit.SECONDS).join();
    return sockets;
  }

  /** How often one of them was cut off and came again. */
  public int comeAgain() {
    return comeAgain.get();
  }

  /** What a stranger begins with; the rest dribbles. */
  private enum Way {
    BODY_WITHOUT_KEY("POST /batch HTTP/1.1\nHost: H\nContent-Length: 9000\n\n{"),
    BODY_WITH_WRONG_KEY(
        "POST /e/?ip=1 HTTP/1.1\nHost: H\nContent-Length: 9000\n\n{\"api_key\":\"phc_wrong\","),
    BODY_WITH_RIGHT_KEY(
        "POST /batch/ HTTP/1.1\nHost: H\nContent-Length: 900000\n\n{\"api_key\":\"KEY\",\"batch\":["),
    CHUNKS(
        "POST /batch HTTP/1.1\nHost: H\nTransfer-Encoding: chunked\n\n9000\n{\"api_key\":\"KEY\","),
    CONTINUED("POST /batch HTTP/1.1\nHost: H\nExpect: 100-continue\nContent-Length: 9000\n\n"),
    HEAD("POST /batch HTTP/1.1\nHost: H\nX-Slow: "),
    LINE("GET /flags?"),
    IMPORT(
        "POST /api/v1/import HTTP/1.1\nHost: H\nX-Api-Key: KEY\nTransfer-Encoding: chunked\n\n"
            + "9000\n"),
    WEBHOOK("POST /webhooks/mailgun HTTP/1.1\nHost: H\nContent-Length: 9000\n\n"),
    FLAGS("POST /flags/?v=2 HTTP/1.1\nHost: H\nContent-Length: 9000\n\n{"),
    LOGIN(
        "POST /login HTTP/1.1\nHost: H\nContent-Type: application/x-www-form-urlencoded\n"
            + "Content-Length: 9000\n\nusername=a"),
    NOTHING("");

    private final String beginning;

    Way(String beginning) {
      this.beginning = beginning;
    }

    ByteBuffer beginning(String host, String key) {
      return ByteBuffer.wrap(
          beginning
              .replace("\n", "\r\n")
              .replace("Host: H", "Host: " + host)
              .replace("KEY", key)
              .getBytes(US_ASCII));
    }
  }

  private void run() {
    try {
      for (int begin = 0; !Thread.currentThread().isInterrupted(); begin += MOST_AT_ONCE) {
        int opened = 0;
        long now = System.nanoTime();
        for (int i = 0; i < sockets.size(); i++) {
          Slow slow = sockets.get((begin + i) % sockets.size());
          if (slow.isOpen()) {
            slow.goOn(now);
          } else if (opened < MOST_AT_ONCE) {
            slow.open(now);
            opened++;
          }
        }
        if (sockets.stream().allMatch(slow -> slow.opened > 0)) {
          allOpen.complete(null);
        }
        Thread.sleep(TICK_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.forEach(Slow::close);
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private final class Slow {

    private final Way way;
    private @Nullable SocketChannel channel;
    private long last;
    private int opened;

    Slow(Way way) {
      this.way = way;
    }

    boolean isOpen() {
      return channel != null && channel.isOpen();
    }

    void open(long now) {
      try {
        SocketChannel opening = SocketChannel.open(server);
        channel = opening;
        opening.configureBlocking(false);
        opening.write(way.beginning(host, key));
        if (opened++ > 0) {
          comeAgain.incrementAndGet();
        }
        last = now;
      } catch (IOException refused) {
        close();
      }
    }

    void goOn(long now) {
      SocketChannel open = channel;
      if (open == null) {
        return;
      }
      try {
        if (open.read(ByteBuffer.allocate(512)) < 0) {
          close();
        } else if (way != Way.NOTHING && now - last > STEP_MS * 1_000_000) {
          open.write(ByteBuffer.wrap(new byte[] {' '}));
          last = now;
        }
      } catch (IOException cut) {
        close();
      }
    }

    void close() {
      SocketChannel open = channel;
      try {
        if (open != null) {
          open.close();
        }
      } catch (IOException e) {
        throw new IllegalStateException("A socket cannot be closed", e);
      }
    }
  }
}
