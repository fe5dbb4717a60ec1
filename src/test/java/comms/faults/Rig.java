package comms.faults;

import comms.clickhouse.EngineUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An engine, a proxy before it, an application and a ledger, each with a process or a disk of its
 * own as wanted. All of them end with it.
 */
final class Rig implements AutoCloseable {

  /**
   * What stands where.
   *
   * @param proxied whether the application reaches the engine through the proxy
   * @param engineDisk megabytes of the engine's own disk, 0 for none of its own
   * @param applicationDisk megabytes of the application's own disk, 0 for none of its own
   * @param options of the application's JVM
   */
  record Setup(boolean proxied, int engineDisk, int applicationDisk, List<String> options) {

    /** They make a JVM start in two thirds of the time, and run slower afterwards. */
    private static final List<String> FOR_FAST_STARTS =
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    static final Setup PLAIN = new Setup(false, 0, 0, List.of());
    static final Setup PROXIED = new Setup(true, 0, 0, List.of());

    static Setup withEngineDisk(int megabytes) {
      return new Setup(false, megabytes, 0, List.of());
    }

    static Setup withApplicationDisk(int megabytes) {
      return new Setup(false, 0, megabytes, List.of());
    }

    /** For an application that spends most of its time in starting. */
    Setup startedOften() {
      return new Setup(proxied, engineDisk, applicationDisk, FOR_FAST_STARTS);
    }
  }

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Ledger ledger = new Ledger();
  private final ApplicationUnderTest application;
  private final EngineUnderTest engine;
  private final StoredEvents stored;
  private @Nullable CuttingProxy proxy;
  private @Nullable SmallDisk engineDisk;
  private @Nullable SmallDisk applicationDisk;

  private Rig(Path directory, Setup setup, List<String> before) throws Exception {
    try {
      Path engineData = Files.createDirectories(directory.resolve("engine"));
      Path data = Files.createDirectories(directory.resolve("data"));
      if (setup.engineDisk() > 0) {
        engineDisk = part(SmallDisk.at(EngineUnderTest.store(engineData), setup.engineDisk()));
      }
      if (setup.applicationDisk() > 0) {
        applicationDisk = part(SmallDisk.at(data, setup.applicationDisk()));
      }
      engine = part(EngineUnderTest.start(engineData));
      stored = part(new StoredEvents(engine));
      String url = engine.url();
      if (setup.proxied()) {
        proxy = part(new CuttingProxy(engine.url()));
        url = proxy.url();
      }
      application = part(new ApplicationUnderTest(data, url, engine, before, setup.options()));
      application.launch();
      application.awaitReady();
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  /** Starts everything and returns when the application is ready. */
  static Rig start(Path directory, Setup setup) throws Exception {
    return new Rig(directory, setup, List.of());
  }

  /** The same with an application that is started by a tracer. */
  static Rig traced(Path directory, List<String> tracer) throws Exception {
    return new Rig(directory, Setup.PLAIN, tracer);
  }

  Ledger ledger() {
    return ledger;
  }

  ApplicationUnderTest application() {
    return application;
  }

  EngineUnderTest engine() {
    return engine;
  }

  StoredEvents stored() {
    return stored;
  }

  CuttingProxy proxy() {
    return there(proxy);
  }

  SmallDisk engineDisk() {
    return there(engineDisk);
  }

  SmallDisk applicationDisk() {
    return there(applicationDisk);
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  private static <T> T there(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("The rig was set up without this part");
    }
    return part;
  }

  /** Ends the parts, the last one first, all of them even if one of them fails. */
  @Override
  public void close() throws IOException {
    IOException failure = new IOException("Some parts of the rig did not end");
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
