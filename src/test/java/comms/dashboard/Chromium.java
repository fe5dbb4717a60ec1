package comms.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium that is installed here, found by COMMS_TEST_CHROMIUM or on the PATH. */
public final class Chromium {

  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static @Nullable Browser shared;

  private Chromium() {}

  /**
   * The browser that the tests of this JVM share; it ends with the JVM. Each opens contexts of its
   * own in it, which know nothing of one another.
   */
  public static synchronized Browser shared() {
    if (shared == null || !shared.isConnected()) {
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      shared = launch(playwright);
    }
    return shared;
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable())
                .setArgs(
                    List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  private static Path executable() {
    String configured = System.getenv("COMMS_TEST_CHROMIUM");
    if (configured != null) {
      return Path.of(configured);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of(
                        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium on the PATH; set COMMS_TEST_CHROMIUM"));
  }
}
