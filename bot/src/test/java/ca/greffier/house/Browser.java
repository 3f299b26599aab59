package ca.greffier.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The Chromium of this machine, without a screen, as a reader uses it: at a width, by keyboard, in
 * light or dark. Where there is none, the test is skipped and says so.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> CHROMIUM =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVER = List.of("/usr/bin/chromedriver");
  private static final String AXE = axe();

  /** Selenium's own protocol classes are not used: it need not warn that it has none this new. */
  private static final Logger QUIET = Logger.getLogger("org.openqa.selenium.devtools");

  static {
    QUIET.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private final Path profile;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
    this.downloads = profile.resolve("downloads");
    Map<String, Object> allowed = Map.of("behavior", "allow", "downloadPath", downloads.toString());
    driver.executeCdpCommand("Browser.setDownloadBehavior", allowed);
  }

  /** Opens it, or skips the test. */
  public static Browser open() {
    Optional<String> chromium = first(CHROMIUM);
    Optional<String> chromedriver = first(DRIVER);
    boolean isHere = chromium.isPresent() && chromedriver.isPresent();
    if (!isHere)
      System.out.println("SKIPPED, no chromium and chromedriver in /usr/bin: a page in a browser");
    assumeTrue(isHere, "chromium and chromedriver in /usr/bin");
    try {
      Path profile = Files.createTempDirectory("greffier-browser");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(chromium.get());
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--user-data-dir=" + profile);
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(Path.of(chromedriver.get()).toFile())
              .usingAnyFreePort()
              .build();
      return new Browser(new ChromeDriver(service, options), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Browser visit(String url) {
    driver.get(url);
    return this;
  }

  /** The page as a window or a telephone of this width shows it. */
  public Browser wide(int pixels) {
    Map<String, Object> metrics =
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
    return this;
  }

  /** As the reader asks of their system. */
  public Browser dark(boolean dark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    return this;
  }

  /** Does what leads to another page, and waits until that one is there. */
  public Browser leave(Runnable act) {
    script("document.isLeft = true; return true");
    act.run();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(
            () ->
                script("return !document.isLeft && document.readyState === 'complete'")
                    .equals(true));
    return this;
  }

  /** Presses keys where the focus is. */
  public Browser press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
    return this;
  }

  /** Presses Tab until the focus is on an element; the test fails when it never comes there. */
  public Browser tabTo(String selector) {
    for (int i = 0; i < 50; i++) {
      press(Keys.TAB);
      if (driver.switchTo().activeElement().equals(one(selector))) return this;
    }
    throw new AssertionError("Tab never reaches " + selector);
  }

  /** The id of what has the focus. */
  public String focused() {
    return String.valueOf(script("return document.activeElement.id"));
  }

  public WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  public String title() {
    return String.valueOf(driver.getTitle());
  }

  /** By how many pixels the page is wider than the window. */
  public long overflow() {
    return (Long)
        script("const d = document.documentElement; return d.scrollWidth - d.clientWidth");
  }

  /** What axe-core finds against WCAG 2.2 A and AA, and its own best practices; one line each. */
  public List<String> violations() {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(
              result => done(result.violations.flatMap(
                rule => rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary))),
              error => done([String(error)]));
            """);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  public Object script(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeScript(script, arguments));
  }

  /** Gives the browser a cookie of the site that is open, as signing in would. */
  public Browser cookie(String name, String value) {
    driver.manage().addCookie(new Cookie(name, value));
    return this;
  }

  /**
   * Presses Tab from the top to the end of the page, and names each stop by its label or its text.
   * The test fails where what has the focus does not show it, or is out of sight.
   */
  public List<String> walk() {
    List<String> stops = new ArrayList<>();
    WebElement body = one("body");
    for (int i = 0; i < 200; i++) {
      press(Keys.TAB);
      WebElement at = driver.switchTo().activeElement();
      if (at.equals(body)) return stops;
      String seen =
          String.valueOf(
              script(
                  """
                  const at = document.activeElement, box = at.getBoundingClientRect();
                  // the parts of a date are one stop
                  if (at.dataset.walked) return at.type === 'date' ? 'inside' : 'again';
                  at.dataset.walked = 'yes';
                  if (getComputedStyle(at).outlineStyle === 'none') return 'no outline';
                  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0) return 'out of sight';
                  const by = document.getElementById(at.getAttribute('aria-labelledby'));
                  const label = at.labels && at.labels.length ? at.labels[0] : at;
                  return '=' + (at.getAttribute('aria-label') || (by || label).textContent.trim());
                  """));
      if (seen.equals("again")) return stops;
      if (seen.equals("inside")) continue;
      if (!seen.startsWith("=")) throw new AssertionError(seen + ": " + at.getText());
      stops.add(seen.substring(1));
    }
    throw new AssertionError("Tab never comes to an end");
  }

  /** Keeps the whole page as it would be printed on paper of a size in inches, as a PDF. */
  public Browser printed(String name, double width, double height) {
    Map<String, Object> printed =
        driver.executeCdpCommand(
            "Page.printToPDF",
            Map.of("paperWidth", width, "paperHeight", height, "preferCSSPageSize", false));
    keep(name + ".pdf", Base64.getDecoder().decode(String.valueOf(printed.get("data"))));
    return this;
  }

  /** Keeps a picture of the whole page, however long. */
  public Browser whole(String name) {
    Map<String, Object> taken =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"));
    keep(name + ".png", Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
    return this;
  }

  /** Where the files that a reader downloads arrive. */
  public Path downloads() {
    return downloads;
  }

  /** Keeps what is shown in {@code bot/target/screens}, for somebody to look at. */
  public Browser picture(String name) {
    keep(name + ".png", driver.getScreenshotAs(OutputType.BYTES));
    return this;
  }

  private static void keep(String name, byte[] content) {
    Path file = Path.of(System.getProperty("greffier.root", ".."), "bot/target/screens", name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // a file that the browser removed meanwhile: what is left is in the temporary directory
      System.out.println("not removed: " + profile);
    }
  }

  private static Optional<String> first(List<String> programs) {
    return programs.stream().filter(program -> Files.isExecutable(Path.of(program))).findFirst();
  }

  private static String axe() {
    try (InputStream stream = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
